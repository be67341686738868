internal import ImageDecoding

/// The remaining processor time of the calling thread for an image.
struct DecodingBudget: Sendable {
    private let end: Double

    init(seconds: Double) { end = ProcessorTime.now + seconds }

    var isSpent: Bool { ProcessorTime.now >= end }

    var secondsLeft: Double { max(end - ProcessorTime.now, 0) }
}

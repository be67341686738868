internal import Glibc
internal import ImageDecoding

/// One step of the search: a rendering of the page, and the readers to run on it.
struct LadderStep: Sendable, Equatable {
    enum Reader: Sendable {
        case libzbar
        /// libzbar on those parts of a large page that look like bars.
        case libzbarOnStripes
        case zxingMatrix
        case zxingLinear
        /// Both engines, on each strip of parallel bars.
        case strips
        /// ZXing, on the modules sampled by grids over QR codes.
        case grids
    }

    let rendering: ImageRendering
    let readers: [Reader]
}

extension LadderStep {
    /// Only the unmodified picture.
    static let plain = [LadderStep(rendering: .original, readers: [.libzbar])]

    /// The most productive steps come first.
    static let fast = [
        LadderStep(rendering: .original, readers: [.libzbarOnStripes]),
        LadderStep(rendering: .reduced, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .original, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .thickened, readers: [.libzbar, .zxingLinear]),
        LadderStep(rendering: .straightened, readers: [.strips]),
        LadderStep(rendering: .threshold, readers: [.libzbar, .zxingMatrix]),
        LadderStep(rendering: .inverted, readers: [.zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .enlarged, readers: [.zxingLinear, .zxingMatrix]),
        LadderStep(rendering: .gridded, readers: [.grids]),
        LadderStep(rendering: .third, readers: [.zxingMatrix]),
    ]

    /// The final step when all linear codes of a page are known.
    static func lastLook(isReduced: Bool, usesSecondEngine: Bool) -> LadderStep {
        LadderStep(rendering: isReduced ? .reduced : .original, readers: usesSecondEngine ? [.zxingMatrix] : [.libzbar])
    }

    /// The fast steps and those that seldom find another code.
    static let thorough =
        fast + [
            LadderStep(rendering: .enlarged, readers: [.libzbar]),
            LadderStep(rendering: .inverted, readers: [.libzbar]),
            LadderStep(rendering: .small, readers: [.libzbar, .zxingMatrix]),
            LadderStep(rendering: .stretched, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
            LadderStep(rendering: .columnMean, readers: [.libzbar, .zxingLinear]),
            LadderStep(rendering: .fineThreshold, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        ]

    static func ladder(for mode: DecodingMode) -> [LadderStep] {
        switch mode {
        case .plain: plain
        case .fast, .paper: fast
        case .thorough: thorough
        }
    }
}

/// The remaining processor time of the calling thread for an image.
struct DecodingBudget: Sendable {
    private let end: Double

    init(seconds: Double) { end = ProcessorTime.now + seconds }

    var isSpent: Bool { ProcessorTime.now >= end }

    var secondsLeft: Double { max(end - ProcessorTime.now, 0) }
}

/// The processor clock of the calling thread, which stops while other threads run.
enum ProcessorTime {
    /// In seconds.
    static var now: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

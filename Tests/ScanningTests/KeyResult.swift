@testable import Scanning

/// An outcome without its time.
enum KeyResult: Sendable, Equatable {
    case read(String, ScanEnding)
    case no(ScanRejection)

    init(_ outcome: ReadingOutcome) {
        switch outcome {
        case .reading(let reading): self = .read(reading.text, reading.ending)
        case .rejection(let rejection): self = .no(rejection)
        }
    }

    static func enter(_ text: String) -> KeyResult { .read(text, .enter) }
    static func tab(_ text: String) -> KeyResult { .read(text, .tab) }
    static func idle(_ text: String) -> KeyResult { .read(text, .idle) }
    static func report(_ text: String) -> KeyResult { .read(text, .report) }
    static func crLf(_ text: String) -> KeyResult { .read(text, .carriageReturnLineFeed) }
}

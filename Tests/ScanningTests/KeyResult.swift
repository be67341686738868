@testable import Scanning

/// An outcome without its time.
enum KeyResult: Sendable, Equatable {
    case enter(String)
    case tab(String)
    case no(ScanRejection)

    init(_ outcome: KeyOutcome) {
        switch outcome {
        case .reading(let reading):
            switch reading.ending {
            case .enter: self = .enter(reading.text)
            case .tab: self = .tab(reading.text)
            }
        case .rejection(let rejection): self = .no(rejection)
        }
    }
}

@testable import Scanning

/// What is done to an assembler in a test.
enum KeyStep: Sendable {
    case type(String)
    case down(UInt16)
    case up(UInt16)
    case press(UInt16)
    case `repeat`(UInt16)
    indirect case all([KeyStep])
    case drop
    case silence
    /// So many milliseconds pass, and nobody says so.
    case wait(Int64)
    case gone

    /// Does the steps on a fresh assembler and collects the outcomes.
    static func outcomes(
        of steps: [KeyStep],
        layout: KeyboardLayout = .us,
        framing: ScanFraming = .suffix,
        held: Set<UInt16> = [],
        map: KeyMap? = nil
    ) throws -> [KeyResult] {
        var assembler = KeyAssembler(state: try KeyState(map ?? KeyMap(layout)), framing: framing, held: held)
        var outcomes: [ReadingOutcome?] = []
        var time: Int64 = 0
        for step in steps {
            switch step {
            case .drop: outcomes.append(assembler.eventsDropped())
            case .silence: outcomes.append(assembler.fellSilent())
            case .wait(let milliseconds): time += milliseconds * 1_000
            case .gone: outcomes.append(assembler.abandon(as: .deviceGone))
            default:
                for key in step.keys {
                    time += 1
                    outcomes.append(assembler.key(key.code, value: key.value, time: time))
                }
            }
        }
        return outcomes.compactMap { $0.map(KeyResult.init) }
    }

    private var keys: [(code: UInt16, value: Int32)] {
        switch self {
        case .type(let text): USKeys.typing(text)
        case .down(let code): [(code, 1)]
        case .up(let code): [(code, 0)]
        case .press(let code): [(code, 1), (code, 0)]
        case .repeat(let code): [(code, 2)]
        case .all(let steps): steps.flatMap(\.keys)
        case .drop, .silence, .wait, .gone: []
        }
    }
}

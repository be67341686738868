/// Why a test has no daemon.
public enum DaemonBedError: Error, Sendable, CustomStringConvertible {
    case noSignal
    /// It did not come up; this is what it said.
    case notReady(String)
    case notRunning
    /// A command answered with a part of a list.
    case incompleteList(String)

    public var description: String {
        switch self {
        case .noSignal: "cannot listen for the daemon's readiness"
        case .notReady(let log): "cannot start outguided; it said:\n\(log)"
        case .incompleteList(let command): "cannot take outguide \(command) for all: its list is not complete"
        case .notRunning: "cannot end outguided: it does not run"
        }
    }
}

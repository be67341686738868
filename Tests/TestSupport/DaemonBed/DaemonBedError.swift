/// Why a test has no daemon.
public enum DaemonBedError: Error, Sendable, CustomStringConvertible {
    case noSignal
    /// It did not come up; this is what it said.
    case notReady(String)
    case notRunning

    public var description: String {
        switch self {
        case .noSignal: "cannot listen for the daemon's readiness"
        case .notReady(let log): "cannot start outguided; it said:\n\(log)"
        case .notRunning: "cannot end outguided: it does not run"
        }
    }
}

import DaemonClient
import Wire

/// A check, made from the client's side, of a condition that could prevent access to the daemon.
protocol LocalCheck: Sendable {
    func findings() async -> [FindingResource]
}

import DaemonClient
import Wire

/// Looks from the side of whoever asks at one thing that keeps them from the daemon.
protocol LocalCheck: Sendable {
    func findings() async -> [FindingResource]
}

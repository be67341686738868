import DaemonClient
import Wire

/// Checks that the daemon responds and has the same version as this program.
struct VersionCheck: LocalCheck {
    static let name = "daemon"

    let daemon: DaemonClient
    let version: String

    func findings() async -> [FindingResource] {
        let status: StatusResource
        do throws(DaemonClientError) {
            status = try await daemon.ask(API.Status.show)
        } catch {
            let remedy = "systemctl restart outguided; “journalctl -u outguided” says what is wrong"
            return [.failed(Self.name, error.description, remedy: remedy)]
        }
        guard status.version == version else {
            let message = "outguided is version \(status.version), this program \(version)"
            return [
                .warning(Self.name, message, remedy: "systemctl restart outguided, so that the installed version runs")
            ]
        }
        return [.ok(Self.name, "outguided \(status.version) answers, process \(status.pid)")]
    }
}

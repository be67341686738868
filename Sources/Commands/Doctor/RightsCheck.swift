import DaemonClient
import Wire

/// Checks that the caller has a role.
struct RightsCheck: LocalCheck {
    static let name = "rights"

    let daemon: DaemonClient

    func findings() async -> [FindingResource] {
        do throws(DaemonClientError) {
            let rights = try await daemon.ask(API.Access.rights)
            return [.ok(Self.name, "you are \(rights.principal): \(rights.roles.joined(separator: ", "))")]
        } catch {
            let remedy = "adduser NAME outguide-clerk (or another group of a role), then log in anew"
            return [.failed(Self.name, error.description, remedy: remedy)]
        }
    }
}

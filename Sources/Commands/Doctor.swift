import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Localization
import Terminal
import Wire

/// Checks the client's side, and asks for the daemon's checks, which stand in its folder `Diagnosis`.
struct DoctorCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [API.Status.show.outline, API.Access.rights.outline, API.Status.diagnose.outline]
    }

    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: Message("Check the installation and show remedies."),
        discussion: Message(
            """
            Checks the socket, your roles and the versions, and has the daemon check its log, disk, clock, \
            checkpoints, backups, scanners, printers, templates and drop folders. With --quiet, prints the names of \
            failed checks only.

            Exit status: 0 when nothing failed (warnings are not failures), 1 when a check failed, 69 when the daemon \
            does not answer.

            Examples:
              outguide doctor
              outguide doctor --json
            """
        )
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let socket = await SocketFileCheck(path: daemon.socketPath, owners: SocketFileCheck.trusted).findings()
        let answers = await VersionCheck(daemon: daemon, version: Version.text).findings()
        var findings = socket + answers
        let isThere = answers.allSatisfy { $0.state != "failed" }
        if isThere {
            findings += await RightsCheck(daemon: daemon).findings()
            do throws(DaemonClientError) {
                findings += try await daemon.ask(API.Status.diagnose).findings.map(CheckFinding.init)
            } catch {
                let remedy = Message("ask again as somebody who has the role clerk")
                findings.append(CheckFinding("diagnosis", "unknown", error.message, remedy: remedy))
            }
        }
        try await output.show(DoctorReport(findings: findings))
        guard isThere else { throw CommandFailure(.unreachable) }
        if findings.contains(where: { $0.state == "failed" }) { throw CommandFailure(.refused) }
    }
}

/// Checks that the daemon responds and has the same version as this program.
struct VersionCheck {
    static let name = "daemon"

    let daemon: DaemonClient
    let version: String

    func findings() async -> [CheckFinding] {
        let status: StatusResource
        do throws(DaemonClientError) {
            status = try await daemon.ask(API.Status.show)
        } catch {
            let remedy = Message("systemctl restart outguided; “journalctl -u outguided” says what is wrong")
            return [CheckFinding(Self.name, "failed", error.message, remedy: remedy)]
        }
        guard status.version == version else {
            let message = Message(
                "outguided is version \(status.version, "daemon"), this program \(version, "program")"
            )
            let remedy = Message("systemctl restart outguided, so that the installed version runs")
            return [CheckFinding(Self.name, "warning", message, remedy: remedy)]
        }
        let process = MessageArgument.number(Int64(status.pid))
        let message = Message("outguided \(status.version, "version") answers, process \(process, "process")")
        return [CheckFinding(Self.name, "ok", message)]
    }
}

/// Checks that the caller has a role.
struct RightsCheck {
    static let name = "rights"

    let daemon: DaemonClient

    func findings() async -> [CheckFinding] {
        do throws(DaemonClientError) {
            let rights = try await daemon.ask(API.Access.rights)
            let roles = rights.roles.map { Term.role($0).shown }.joined(separator: ", ")
            return [
                CheckFinding(
                    Self.name,
                    "ok",
                    Message("you are \(PrincipalName.of(rights.principal), "principal"): \(roles, "roles")")
                )
            ]
        } catch {
            return [CheckFinding(Self.name, "failed", error.message, remedy: .joinGroup("NAME"))]
        }
    }
}

/// Checks that the socket exists, has a trusted owner, and is accessible to the caller.
struct SocketFileCheck {
    static let name = "socket-file"

    let path: String
    /// The trusted owners: root, the daemon's user, the caller.
    let owners: Set<UInt32>

    /// The trusted owners on this machine.
    static var trusted: Set<UInt32> {
        var owners: Set<UInt32> = [0, geteuid()]
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16_384)
        if getpwnam_r("outguide", &entry, &room, room.count, &found) == 0, found != nil { owners.insert(entry.pw_uid) }
        return owners
    }

    func findings() async -> [CheckFinding] {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno != EACCES else {
                return failed(Message("the permissions keep you from \(path, "file")"), .joinGroup(Self.user))
            }
            return failed(
                Message("there is no socket \(path, "file"): outguided does not run"),
                Message("systemctl start outguided; “journalctl -u outguided” says why it ended")
            )
        }
        let owner = MessageArgument.number(Int64(status.st_uid))
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            return failed(
                Message("\(path, "file") is not a socket: the user \(owner, "user") put something else there"),
                Message("find out who did, remove it, restart outguided")
            )
        }
        guard owners.contains(status.st_uid) else {
            return failed(
                Message(
                    "\(path, "file") belongs to the user \(owner, "user"), who is neither root, nor outguide, nor you"
                ),
                Message("tell it nothing; find out who serves it, then restart outguided")
            )
        }
        guard access(path, R_OK | W_OK) == 0 else {
            return failed(Message("you may not use \(path, "file")"), .joinGroup(Self.user))
        }
        return [CheckFinding(Self.name, "ok", Message("\(path, "file") is there, and you may use it"))]
    }

    private func failed(_ message: Message, _ remedy: Message) -> [CheckFinding] {
        [CheckFinding(Self.name, "failed", message, remedy: remedy)]
    }

    /// The caller's user name, for the remedy.
    private static var user: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "NAME" }
        return String(cString: name)
    }
}

extension Message {
    /// The remedy for a user without a role.
    fileprivate static func joinGroup(_ user: String) -> Message {
        Message("adduser \(user, "user") outguide-clerk (or another group of a role), then log in anew")
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
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
        abstract: "Check the installation and show remedies.",
        discussion: """
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

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let socket = await SocketFileCheck(path: daemon.socketPath, owners: SocketFileCheck.trusted).findings()
        let answers = await VersionCheck(daemon: daemon, version: Version.text).findings()
        var findings = socket + answers
        let isThere = answers.allSatisfy { $0.state != "failed" }
        if isThere {
            findings += await RightsCheck(daemon: daemon).findings()
            do throws(DaemonClientError) {
                findings += try await daemon.ask(API.Status.diagnose).findings
            } catch {
                findings.append(
                    .unknown("diagnosis", error.description, remedy: "ask again as somebody who has the role clerk")
                )
            }
        }
        try await output.show(DoctorReport(findings: findings))
        guard isThere else { throw CommandFailure(.unreachable) }
        if findings.contains(where: { $0.state == "failed" }) { throw CommandFailure(.refused) }
    }
}

/// The results of all checks.
struct DoctorReport: Presentable {
    let findings: [FindingResource]

    var document: DiagnosisResource { DiagnosisResource(findings: findings) }

    var lines: [StyledText] {
        findings.flatMap { finding in
            let head = StyledText(Self.mark(finding), Self.style(finding)) + StyledText("  \(finding.check): ", .strong)
            let line = head + StyledText(finding.message)
            return finding.remedy.map { [line, StyledText("            \($0)", .faint)] } ?? [line]
        }
    }

    var identifiers: [String] { findings.filter { $0.state != "ok" }.map { "\($0.state) \($0.check)" } }

    private static func mark(_ finding: FindingResource) -> String {
        switch finding.state {
        case "ok": "ok     "
        case "warning": "warning"
        case "failed": "failed "
        default: "unknown"
        }
    }

    private static func style(_ finding: FindingResource) -> TextStyle {
        switch finding.state {
        case "ok": .good
        case "failed": .bad
        default: .warning
        }
    }
}

/// Checks that the daemon responds and has the same version as this program.
struct VersionCheck {
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

/// Checks that the caller has a role.
struct RightsCheck {
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

    func findings() async -> [FindingResource] {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno != EACCES else {
                let remedy = "adduser \(Self.user) outguide-clerk (or another group of a role), then log in anew"
                return [.failed(Self.name, "the permissions keep you from \(path)", remedy: remedy)]
            }
            let remedy = "systemctl start outguided; “journalctl -u outguided” says why it ended"
            return [.failed(Self.name, "there is no socket \(path): outguided does not run", remedy: remedy)]
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            let message = "\(path) is not a socket: the user \(status.st_uid) put something else there"
            return [.failed(Self.name, message, remedy: "find out who did, remove it, restart outguided")]
        }
        guard owners.contains(status.st_uid) else {
            let message = "\(path) belongs to the user \(status.st_uid), who is neither root, nor outguide, nor you"
            let remedy = "tell it nothing; find out who serves it, then restart outguided"
            return [.failed(Self.name, message, remedy: remedy)]
        }
        guard access(path, R_OK | W_OK) == 0 else {
            let remedy = "adduser \(Self.user) outguide-clerk (or another group of a role), then log in anew"
            return [.failed(Self.name, "you may not use \(path)", remedy: remedy)]
        }
        return [.ok(Self.name, "\(path) is there, and you may use it")]
    }

    /// The caller's user name, for the remedy.
    private static var user: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "NAME" }
        return String(cString: name)
    }
}

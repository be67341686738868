import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

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

import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct StatusCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Status.show.outline] }

    static let showsTrust = true

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the status of the daemon.",
        discussion: """
            Shows the version, the size of the log, the scanners, and every problem. With --quiet, prints the state \
            only, which is “ready” when all is well.

            With --check, prints one line for monitoring and exits with 0 when all is well; with 1 when the log cannot \
            be written, a scanner is not read, readings were lost, a drop folder is unusable or holds unfiled files, \
            or stored documents are missing; with 69 when the daemon does not answer.

            Examples:
              outguide status --json
              outguide status --check
            """
    )

    @Flag(help: "Print one line for monitoring; exit with 1 when there is a problem.")
    var check = false

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let status = try await daemon.ask(API.Status.show)
        guard check else { return try await output.show(status) }
        let judgement = StatusJudgement(of: status)
        try await output.show(judgement)
        if !judgement.isWell { throw CommandFailure(.refused) }
    }
}

import ArgumentParser
import DaemonClient

struct StatusCommand: DaemonCommand {
    static let showsTrust = true

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the status of the daemon.",
        discussion: """
            Shows its version, how much the log holds, its scanners, and whatever is wrong. With --quiet the state \
            alone, which is “ready” when all is well.

            With --check it says in one line whether all is well, for monitoring: exit status 0 when it is, 1 when \
            the log takes nothing in, a scanner is not read, readings were lost, a drop folder cannot be used or holds \
            files that are not filed, or stored documents are missing, 69 when nobody answers.

            Examples:
              outguide status --json
              outguide status --check
            """
    )

    @Flag(help: "Say in one line whether all is well, and end with 1 when it is not.")
    var check = false

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let status = try await daemon.status()
        guard check else { return try await output.show(status) }
        let judgement = StatusJudgement(of: status)
        try await output.show(judgement)
        if !judgement.isWell { throw CommandFailure(.refused) }
    }
}

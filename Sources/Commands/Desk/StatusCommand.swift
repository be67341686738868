import ArgumentParser
import DaemonClient

struct StatusCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the daemon is.",
        discussion: """
            Shows its version, how much the log holds, its scanners, and whatever is wrong. With --quiet the state \
            alone, which is “ready” when all is well.

            Example:
              outguide status --json
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.status())
    }
}

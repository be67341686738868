import ArgumentParser
import DaemonClient

struct RebuildLogCommand: DaemonCommand {
    static let showsTrust = true

    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Rebuild the derived tables from the log.",
        discussion: """
            For when “outguide log verify” says that a table does not agree with the entries. The entries themselves \
            are not touched. It wants the access of an administrator, and may take minutes for millions of entries.

            Example:
              outguide log rebuild
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ProgressBar.following(daemon, output) { try await daemon.rebuild(as: $0) }
        try await output.show(RebuiltTables())
    }
}

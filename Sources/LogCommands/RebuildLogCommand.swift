import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct RebuildLogCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.rebuild.outline, API.Progress.show.outline] }
    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: Message("Rebuild the derived tables from the log."),
        discussion: Message(
            """
            Use it when “outguide log verify” reports a derived table that does not agree with the entries. Entries \
            are not touched. Takes minutes for millions of entries. The daemon finishes a rebuild even when this \
            command is interrupted. \(requirement, "requirement")

            Example:
              outguide log rebuild
            """
        )
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ProgressBar.following(daemon, output) { try await daemon.ask(API.Log.rebuild, progress: $0) }
        try await output.show(RebuiltTables())
    }
}

/// The result of a completed rebuild, which has no details.
struct RebuiltTables: Presentable, Encodable {
    let isRebuilt = true

    var lines: [StyledText] { [Message("rebuilt the tables from the entries").styled(.good)] }
    var identifiers: [String] { [] }
}

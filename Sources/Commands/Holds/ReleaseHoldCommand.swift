import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ReleaseHoldCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.release.outline] }

    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Release a hold.",
        discussion: """
            The number is that of the entry that placed the hold; see “outguide hold list”.

            Example:
              outguide hold release 4711 --reason "case closed"
            """
    )

    @Argument(help: ArgumentHelp("The number of the entry that placed it.", valueName: "entry"))
    var entry: EntryArgument

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let written = try await daemon.ask(
            API.Holds.release,
            at: String(entry.number),
            HoldReleaseRequest(reason: reason)
        )
        let sentence = "hold \(entry.number)\(written.barcode.map { " on \($0)" } ?? "") is released"
        try await output.show(WrittenEntry(entry: written, sentence: sentence))
    }
}

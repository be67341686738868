import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListQuarantineCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Quarantine.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List quarantined files with reasons.",
        discussion: """
            File one with “outguide document assign”. Or remove the cause and move the file back to its drop folder, \
            where it is tried again.
            """
    )

    @Option(help: "At most this many rows, by path; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Quarantine.list,
            of: daemon,
            limit,
            emptiness: "no files are in quarantine",
            gap: "some files are not listed: “outguide doctor” says which folders cannot be read; look there for names "
                + "that are not UTF-8"
        )
    }
}

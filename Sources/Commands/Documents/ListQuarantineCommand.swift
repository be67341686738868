import ArgumentParser
import DaemonClient
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
        try await ListOutput<QuarantinedFileResource>(output).show(
            limit,
            emptiness: "no files are in quarantine",
            gap: "some files are not listed: “outguide doctor” says which folders cannot be read; look there for names "
                + "that are not UTF-8"
        ) { limit, cursor in
            try await daemon.ask(
                API.Quarantine.list,
                query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)]
            )
        }
    }
}

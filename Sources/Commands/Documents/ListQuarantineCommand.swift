import ArgumentParser
import DaemonClient
import Wire

struct ListQuarantineCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List quarantined files with reasons.",
        discussion: """
            “outguide document assign” files one of them to an item by its id. Or put right what is wrong and move the file \
            back into the folder that it came from: it is tried again.
            """
    )

    @Option(help: "At most so many rows, the first by path; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<QuarantinedFileResource>(output).show(
            limit,
            emptiness: "no files are in quarantine",
            gap: "some files are not listed: “outguide doctor” says which folders cannot be read; look there for names "
                + "that are not UTF-8"
        ) { limit, cursor in
            try await daemon.quarantine(limit: limit, cursor: cursor)
        }
    }
}

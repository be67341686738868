import ArgumentParser
import DaemonClient
import Wire

struct SearchCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find things by their titles, and documents by what is written on them.",
        discussion: """
            Whatever has all of the words is listed, newest first; case and accents do not matter. What is written on \
            scanned pages is known where the daemon is configured to recognise it (textLanguages).

            Example:
              outguide search smith lease
            """
    )

    @Argument(help: "What to look for.")
    var words: [String]

    @Option(help: "At most so many rows; 0 for all.")
    var limit = ListLimit(count: 100)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<SearchHitResource>(output)
        try await PageReader(limit: limit.count).follow { limit, cursor in
            let page = try await daemon.search(for: words.joined(separator: " "), limit: limit, cursor: cursor)
            return (page.hits, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "nothing has these words")
    }
}

import ArgumentParser
import DaemonClient
import Wire

/// Lists the things of one sort.
struct ListRecordsCommand<Noun: RecordNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the \(Noun.plural), oldest registration first.",
            discussion: """
                Example:
                  outguide \(Noun.noun.rawValue) list --limit 20
                """,
            aliases: ["ls"]
        )
    }

    @Option(help: "At most so many rows; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<RecordResource>(output)
        try await PageReader(limit: limit.count).follow { limit, cursor in
            let page = try await daemon.records(Noun.noun, limit: limit, cursor: cursor)
            return (page.records, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "no \(Noun.plural) are registered")
    }
}

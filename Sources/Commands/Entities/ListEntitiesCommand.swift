import ArgumentParser
import DaemonClient
import Wire

/// Lists the entities of one type.
struct ListEntitiesCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.list.outline] }

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

    @Option(help: "At most this many rows, oldest registration first; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<EntityResource>(output).show(limit, emptiness: "no \(Noun.plural) are registered") {
            limit,
            cursor in
            try await daemon.ask(
                Noun.noun.requests.list,
                query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)]
            )
        }
    }
}

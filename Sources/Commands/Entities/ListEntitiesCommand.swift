import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
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
        try await output.show(Noun.noun.requests.list, of: daemon, limit, emptiness: "no \(Noun.plural) are registered")
    }
}

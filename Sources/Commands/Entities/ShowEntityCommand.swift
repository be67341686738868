import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Shows one entity.
struct ShowEntityCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Documents.list.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one \(Noun.noun.rawValue).",
            discussion: """
                For items and containers, lists the first 100 scanned documents; “outguide document list” lists all. \
                “outguide where” shows the present location.

                Example:
                  outguide \(Noun.noun.rawValue) show \(Noun.example)
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let entity = try await daemon.ask(Noun.noun.requests.show, at: barcode.text)
        guard Noun.noun == .item || Noun.noun == .container else { return try await output.show(entity) }
        let documents = try await daemon.ask(
            API.Documents.list,
            query: [API.Documents.of.set(barcode.text), Parameter.limit.set(API.standardPage)]
        )
        try await output.show(EntityWithDocuments(entity: entity, documents: documents))
    }
}

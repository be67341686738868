import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// Lists the entities of one type.
struct ListEntitiesCommand<Noun: EntityNoun>: ListCommand {
    static var list: Endpoint<Nothing, Page<EntityResource>> { Noun.requests.list }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Noun.help(.list),
            discussion: Message(
                """
                Example:
                  outguide \(Noun.word, "word") list --limit 20
                """
            ),
            aliases: ["ls"]
        )
    }

    @Option(help: ArgumentHelp(Message("At most this many rows, oldest registration first; 0 for all."))) var limit =
        ListLimit(count: nil)
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Noun.emptiness }
}

/// Shows one entity.
struct ShowEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] {
        [Noun.requests.show.outline] + (hasDocuments ? [API.Documents.list.outline] : [])
    }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Noun.help(.show),
            discussion: Message(
                """
                For items and containers, lists the first 100 scanned documents; “outguide document list” lists all. \
                “outguide where” shows the present location.

                Example:
                  outguide \(Noun.word, "word") show \(Noun.example, "example")
                """
            )
        )
    }
    private static var hasDocuments: Bool { Noun.self is any KindedNoun.Type }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let entity = try await daemon.ask(Noun.requests.show, at: barcode.text)
        guard Self.hasDocuments else { return try await output.show(entity) }
        let documents = try await daemon.ask(
            API.Documents.list,
            query: [API.Documents.of.set(barcode.text), Parameter.limit.set(API.standardPage)]
        )
        try await output.show(EntityWithDocuments(entity: entity, documents: documents))
    }
}

/// An entity with its first scanned documents, which are an additional member in JSON.
struct EntityWithDocuments: Presentable, Encodable {
    let entity: EntityResource
    let documents: Page<DocumentResource>

    var lines: [StyledText] {
        guard !documents.items.isEmpty else { return entity.lines }
        var lines = entity.lines + ["  " + StyledText(Message("documents", context: "heading"))]
        lines += documents.items.map { document in
            StyledText("    \(document.entry)  ", .strong)
                + StyledText("\(document.pagesPhrase.shown), \(document.mediaType), ")
                + Message("filed \(Moment.of(document.filedAt), "time")").styled(.faint)
        }
        if !documents.complete {
            let count = documents.items.count
            let command = "outguide document list \(entity.barcode)"
            let note =
                documents.total.map {
                    Message("\(count, "shown") of \($0, "total") shown; \(command, "command") shows all")
                } ?? Message("\(count, "shown") of more shown; \(command, "command") shows all")
            lines.append("    " + note.styled(.warning))
        }
        return lines
    }

    var identifiers: [String] { entity.identifiers }

    private enum CodingKeys: String, CodingKey {
        case documents
    }

    func encode(to encoder: any Encoder) throws {
        try entity.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(
            ListDocument(items: documents.items, complete: documents.complete, total: documents.total),
            forKey: .documents
        )
    }
}

extension EntityResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("kind", context: "heading"),
            Message("title", context: "heading"), Message("home", context: "heading"),
            Message("within", context: "heading"),
        ]
    }

    package var cells: [any Cell] { [barcode, Term.kind(kind), title, home, parent] }

    package var identifier: String { barcode }

    package var lines: [StyledText] {
        let own: [NamedLines.Pair] = [
            (Message("sort", context: "heading"), Term.kind(type)),
            (Message("kind", context: "heading"), kind == type ? nil : Term.kind(kind)),
            (Message("home", context: "heading"), home), (Message("within", context: "heading"), parent),
        ]
        let orders: [NamedLines.Pair] = (orders ?? []).map { ($0.participle, $0.sentence(about: barcode)) }
        return [headline] + NamedLines.of(own + (conditions?.pairs ?? []) + orders, indent: "  ")
    }

    /// `BX0000000014 box (Smith v. Jones)`.
    var headline: StyledText {
        StyledText(barcode, .strong) + " " + StyledText(Term.named(kind, title))
    }
}

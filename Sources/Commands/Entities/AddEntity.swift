import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// Registers an item or a container.
struct AddEntityCommand<Noun: KindedNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.create.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Noun.help(.register),
            discussion: Message(
                """
                Prints the barcode: a new one that begins with \(Noun.example.prefix(2), "prefix"), or the number that it \
                already bears.

                Example:
                  outguide \(Noun.word, "word") add --kind \(Noun.usualKind, "usualKind") --title "Smith v. Jones" --home LC000000001H
                """
            )
        )
    }

    @Option(help: ArgumentHelp(Message("The kind; by default \(Noun.usualKind, "usualKind")."))) var kind: String?
    @Option(help: ArgumentHelp(Message("The title."))) var title: String?
    @Option(
        help: ArgumentHelp(
            Message("The location where it is put now."),
            valueName: Message("barcode", context: "value")
        )
    ) var parent: BarcodeArgument?
    @Option(help: ArgumentHelp(Message("Its home location."), valueName: Message("barcode", context: "value")))
    var home: BarcodeArgument?

    @Option(help: ArgumentHelp(Message("The number that it already bears; by default one is minted.")))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewEntityRequest(
            title: title,
            kind: kind,
            barcode: barcode?.text,
            home: home?.text,
            parent: parent?.text
        )
        try await daemon.add(Noun.requests, request, showing: output)
    }
}

struct AddLocationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.locations.create.outline] }
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Message("Register a location."),
        discussion: Message(
            """
            Prints the barcode: a new one that begins with LC, or the number that it already bears.

            Example:
              outguide location add --name "Shelf 3" --parent LC000000001H
            """
        )
    )

    @Option(help: ArgumentHelp(Message("The name."))) var name: String
    @Option(help: ArgumentHelp(Message("The parent location."), valueName: Message("barcode", context: "value")))
    var parent: BarcodeArgument?

    @Option(help: ArgumentHelp(Message("The number that it already bears; by default one is minted.")))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewEntityRequest(name: name, barcode: barcode?.text, parent: parent?.text)
        try await daemon.add(API.Entities.locations, request, showing: output)
    }
}

struct AddCustodianCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.custodians.create.outline] }
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Message("Register a custodian."),
        discussion: Message(
            """
            Prints the barcode: a new one that begins with PN, or the number on the badge. The name is stored outside \
            the log, so that it can be erased.

            Example:
              outguide custodian add --name "R. Okafor"
            """
        )
    )

    @Option(help: ArgumentHelp(Message("The name of the person or unit."))) var name: String
    @Option(
        help: ArgumentHelp(Message("The kind, such as judge; the badge of a clerk or supervisor signs in at stations."))
    ) var kind: String?
    @Option(help: ArgumentHelp(Message("The number on the badge; by default one is minted."))) var barcode:
        BarcodeArgument?
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewEntityRequest(name: name, kind: kind, barcode: barcode?.text)
        try await daemon.add(API.Entities.custodians, request, showing: output)
    }
}

extension DaemonClient {
    /// Registers an entity and shows its barcode.
    func add(_ requests: API.Entities, _ request: NewEntityRequest, showing output: Output) async throws {
        let registered = RegisteredEntity(entity: try await ask(requests.create, request))
        await output.remark(registered.remark)
        try await output.show(registered)
    }
}

/// An entity that was just registered; only its barcode is shown.
struct RegisteredEntity: Presentable {
    let entity: EntityResource

    var document: EntityResource { entity }
    var lines: [StyledText] { [StyledText(entity.barcode)] }
    var identifiers: [String] { [entity.barcode] }

    /// A sentence about the registration.
    var remark: Message {
        let (kind, barcode) = (Term.kind(entity.kind), entity.barcode)
        guard let title = entity.title else { return Message("registered \(kind, "kind") \(barcode, "item")") }
        return Message("registered \(kind, "kind") \(barcode, "item") (\(title, "title"))")
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// Changes the description of an item or a container.
struct ChangeEntityCommand<Noun: KindedNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.show.outline, API.Changes.change.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "change",
            abstract: Noun.help(.change),
            discussion: Message(
                """
                Changes only what is given. The log keeps the previous values. “outguide move” changes where the \
                \(Noun.word, "word") is, and “outguide label replace” its barcode.

                Examples:
                  outguide \(Noun.word, "word") change \(Noun.example, "example") --title "Smith v. Jones, vol. 2"
                  outguide \(Noun.word, "word") change \(Noun.example, "example") --no-home
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument
    @Option(help: ArgumentHelp(Message("The new title."))) var title: String?
    @Flag(name: .customLong("no-title"), help: ArgumentHelp(Message("Remove the title."))) var hasNoTitle = false
    @Option(help: ArgumentHelp(Message("The kind, such as \(Noun.otherKind, "otherKind")."))) var kind: String?
    @Option(help: ArgumentHelp(Message("The new home location."), valueName: Message("barcode", context: "value")))
    var home: BarcodeArgument?
    @Flag(name: .customLong("no-home"), help: ArgumentHelp(Message("Remove the home location."))) var hasNoHome = false
    @OptionGroup var conditions: ConditionOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try ChangeWords.check(title != nil, hasNoTitle, "title")
        try ChangeWords.check(home != nil, hasNoHome, "home")
        guard
            title != nil || hasNoTitle || kind != nil || home != nil || hasNoHome
                || conditions.request != nil
        else {
            throw ValidationError("say what is to change: --title, --kind, --home, --roles, --rooms or --series")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(
            title: title,
            kind: kind,
            home: home?.text,
            clear: ChangeWords.cleared([("title", hasNoTitle), ("home", hasNoHome)]),
            conditions: conditions.request
        )
        try await daemon.change(Noun.requests, barcode.text, change, showing: output)
    }
}

struct ChangeCustodianCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.custodians.show.outline, API.Changes.change.outline] }
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: Message("Change the name or kind of one custodian."),
        discussion: Message(
            """
            Both the old and the new name are stored outside the log; “outguide custodian expunge” erases both.

            Example:
              outguide custodian change PN000000001N --name "R. Okafor-Lind"
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument
    @Option(help: ArgumentHelp(Message("The new name of the person or unit."))) var name: String?
    @Option(
        help: ArgumentHelp(Message("The kind, such as judge; the badge of a clerk or supervisor signs in at stations."))
    ) var kind: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard name != nil || kind != nil else { throw ValidationError("say what is to change: --name or --kind") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.change(
            API.Entities.custodians,
            barcode.text,
            ChangeRequest(title: name, kind: kind),
            showing: output
        )
    }
}

extension DaemonClient {
    /// Changes an entity and shows the result.
    func change(
        _ requests: API.Entities,
        _ barcode: String,
        _ change: ChangeRequest,
        showing output: Output
    ) async throws {
        // The path accepts entities of every type; this checks that the entity has the named one.
        _ = try await ask(requests.show, at: barcode)
        let changed = try await ask(API.Changes.change, at: barcode, change)
        let kind = Term.kind(changed.kind)
        await output.remark(
            changed.entry == nil
                ? Message("nothing to change: \(kind, "kind") \(changed.barcode, "item") is so already")
                : Message("changed \(kind, "kind") \(changed.barcode, "item")")
        )
        try await output.show(changed)
    }
}

/// Handles pairs of options such as `--title` and `--no-title`.
enum ChangeWords {
    /// Refuses both options together.
    static func check(_ isSet: Bool, _ isCleared: Bool, _ field: String) throws {
        if isSet, isCleared { throw ValidationError("say --\(field) or --no-\(field), not both") }
    }

    /// Returns the names of the cleared fields; nil for none, so that the member is omitted.
    static func cleared(_ fields: [(name: String, isCleared: Bool)]) -> [String]? {
        let names = fields.filter(\.isCleared).map(\.name)
        return names.isEmpty ? nil : names
    }
}

struct ChangeLocationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.locations.show.outline, API.Changes.change.outline] }
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: Message("Change the name, parent or constraints of one location."),
        discussion: Message(
            """
            Changes only what is given. The contents stay in the location. The log keeps the previous values.

            Examples:
              outguide location change LC000000001H --name "Reading room"
              outguide location change LC000000002F --parent LC000000001H
              outguide location change LC000000002F --closed --capacity 40
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument
    @Option(help: ArgumentHelp(Message("The new name."))) var name: String?
    @Option(help: ArgumentHelp(Message("The new parent location."), valueName: Message("barcode", context: "value")))
    var parent: BarcodeArgument?
    @Flag(name: .customLong("no-parent"), help: ArgumentHelp(Message("Remove the parent location."))) var hasNoParent =
        false
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(Message("Close the location: nothing more may be put there.")))
    var closed: Bool?

    @Option(
        help: ArgumentHelp(
            Message("The number of items that may be directly there."),
            valueName: Message("number", context: "value")
        )
    )
    var capacity: Int?

    @Flag(name: .customLong("no-capacity"), help: ArgumentHelp(Message("Remove the capacity."))) var hasNoCapacity =
        false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try ChangeWords.check(parent != nil, hasNoParent, "parent")
        try ChangeWords.check(capacity != nil, hasNoCapacity, "capacity")
        if let capacity, capacity < 0 { throw ValidationError("--capacity is a number from 0 on") }
        guard name != nil || parent != nil || hasNoParent || conditions != nil else {
            throw ValidationError("say what is to change: --name, --parent, --no-parent, --closed or --capacity")
        }
    }

    private var conditions: NewConditionsRequest? {
        guard closed != nil || capacity != nil || hasNoCapacity else { return nil }
        return NewConditionsRequest(closed: closed, capacity: hasNoCapacity ? -1 : capacity)
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(
            title: name,
            parent: parent?.text,
            clear: ChangeWords.cleared([("parent", hasNoParent)]),
            conditions: conditions
        )
        try await daemon.change(API.Entities.locations, barcode.text, change, showing: output)
    }
}

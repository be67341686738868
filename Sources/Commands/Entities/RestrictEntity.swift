import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// Restricts one item or container to staff.
struct RestrictEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.show.outline, API.Restrictions.restrict.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restrict",
            abstract: "Restrict one \(Noun.word) and its contents to staff.",
            discussion: """
                Readers no longer see it: to them its barcode is not registered, whatever they ask; each attempt is \
                recorded. A restricted container covers its contents at any depth. Use “outguide \(Noun.word) \
                seal” for a sealing order, which also excludes clerks.

                Example:
                  outguide \(Noun.word) restrict \(Noun.example) --reason "personnel file"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode")) var barcode: BarcodeArgument

    /// The flag that sealed in earlier versions, which is now refused.
    @Flag(help: .hidden) var sealed = false

    @Option(help: ArgumentHelp("The reference of the order, if there is one.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text")) var reason: String
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard sealed else { return }
        let command = "outguide \(Noun.word) seal \(barcode.text) --order ORDER --reason TEXT"
        throw ValidationError("cannot seal with restrict: say \(command)")
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "restricted", order: order, reason: reason)
        let sentence = Message("\(barcode.text, "item") is restricted")
        try await daemon.restrict(Noun.self, barcode.text, request, showing: sentence, output)
    }
}

/// Ends the restriction of one item or container.
struct UnrestrictEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.show.outline, API.Restrictions.restrict.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unrestrict",
            abstract: "Lift the restriction of one \(Noun.word).",
            discussion: """
                A seal remains in force; “outguide \(Noun.word) unseal” lifts it.

                Example:
                  outguide \(Noun.word) unrestrict \(Noun.example) --reason "age reached"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode")) var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the order, if there is one.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text")) var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "open", order: order, reason: reason)
        let sentence = Message("\(barcode.text, "item") is not restricted any more")
        try await daemon.restrict(Noun.self, barcode.text, request, showing: sentence, output)
    }
}

/// Seals an item or a container by order.
struct SealEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.show.outline, API.Restrictions.restrict.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seal",
            abstract: "Seal one \(Noun.word) and its contents by order.",
            discussion: """
                Only supervisors, auditors and administrators still see it. To everybody else its barcode is not \
                registered, whatever they ask; each attempt is recorded. A sealed container covers its contents at any \
                depth while they are in it. “outguide \(Noun.word) unseal” lifts the seal, and “outguide \
                order list” lists seals.

                Example:
                  outguide \(Noun.word) seal \(Noun.example) --order 26-CR-7 --reason "juvenile matter"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode")) var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the court's or agency's order.", valueName: "reference"))
    var order: String

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text")) var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "sealed", order: order, reason: reason)
        let sentence = Message("\(barcode.text, "item") is sealed by order \(order, "order")")
        try await daemon.restrict(Noun.self, barcode.text, request, showing: sentence, output)
    }
}

/// Lifts the seal of an item or a container by order.
struct UnsealEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.requests.show.outline, API.Restrictions.restrict.outline] }
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unseal",
            abstract: "Unseal one \(Noun.word) by order.",
            discussion: """
                A restriction from before the seal applies again. Seals on a container around it or on its contents \
                remain in force.

                Example:
                  outguide \(Noun.word) unseal \(Noun.example) --order 26-CR-7/2 --reason "order vacated"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode")) var barcode: BarcodeArgument
    @Option(help: ArgumentHelp("The reference of the order that lifts it.", valueName: "reference")) var order: String
    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text")) var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "unsealed", order: order, reason: reason)
        let sentence = Message("\(barcode.text, "item") is unsealed by order \(order, "order")")
        try await daemon.restrict(Noun.self, barcode.text, request, showing: sentence, output)
    }
}

extension DaemonClient {
    /// Restricts, opens, seals or unseals an entity of this type, and shows the entry.
    ///
    /// - Parameter sentence: what is so afterwards.
    fileprivate func restrict(
        _ noun: (some EntityNoun).Type,
        _ barcode: String,
        _ request: RestrictionRequest,
        showing sentence: Message,
        _ output: Output
    ) async throws {
        // The path accepts entities of every type; this checks that the entity has the named one.
        _ = try await ask(noun.requests.show, at: barcode)
        let entry = try await ask(API.Restrictions.restrict, at: barcode, request)
        try await output.show(WrittenEntry(entry: entry, sentence: sentence))
    }
}

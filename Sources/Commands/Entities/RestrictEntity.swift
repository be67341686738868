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
            abstract: Noun.help(.restrict),
            discussion: Message(
                """
                Readers no longer see it: to them its barcode is not registered, whatever they ask; each attempt is \
                recorded. A restricted container covers its contents at any depth. Use “outguide \(Noun.word, "word") \
                seal” for a sealing order, which also excludes clerks.

                Example:
                  outguide \(Noun.word, "word") restrict \(Noun.example, "example") --reason "personnel file"
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument

    /// The flag that sealed in earlier versions, which is now refused.
    @Flag(help: .hidden) var sealed = false

    @Option(
        help: ArgumentHelp(
            Message("The reference of the order, if there is one."),
            valueName: Message("reference", context: "value")
        )
    )
    var order: String?

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
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
            abstract: Noun.help(.unrestrict),
            discussion: Message(
                """
                A seal remains in force; “outguide \(Noun.word, "word") unseal” lifts it.

                Example:
                  outguide \(Noun.word, "word") unrestrict \(Noun.example, "example") --reason "age reached"
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument

    @Option(
        help: ArgumentHelp(
            Message("The reference of the order, if there is one."),
            valueName: Message("reference", context: "value")
        )
    )
    var order: String?

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
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
            abstract: Noun.help(.seal),
            discussion: Message(
                """
                Only supervisors, auditors and administrators still see it. To everybody else its barcode is not \
                registered, whatever they ask; each attempt is recorded. A sealed container covers its contents at any \
                depth while they are in it. “outguide \(Noun.word, "word") unseal” lifts the seal, and “outguide \
                order list” lists seals.

                Example:
                  outguide \(Noun.word, "word") seal \(Noun.example, "example") --order 26-CR-7 --reason "juvenile matter"
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument

    @Option(
        help: ArgumentHelp(
            Message("The reference of the court's or agency's order."),
            valueName: Message("reference", context: "value")
        )
    )
    var order: String

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
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
            abstract: Noun.help(.unseal),
            discussion: Message(
                """
                A restriction from before the seal applies again. Seals on a container around it or on its contents \
                remain in force.

                Example:
                  outguide \(Noun.word, "word") unseal \(Noun.example, "example") --order 26-CR-7/2 --reason "order vacated"
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument
    @Option(
        help: ArgumentHelp(
            Message("The reference of the order that lifts it."),
            valueName: Message("reference", context: "value")
        )
    ) var order: String
    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
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

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// The subcommands for holds.
struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: Message("Place, release and list holds."),
        subcommands: [PlaceHoldCommand.self, ReleaseHoldCommand.self, ListHoldsCommand.self]
    )
}

struct PlaceHoldCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.place.outline] }
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: Message("Place an item or container on hold."),
        discussion: Message(
            """
            The hold covers everything in it too. Prints the number of the entry, which releases the hold.

            Example:
              outguide hold place BX0000000014 --order "26-CV-1147, 3 March"
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("A barcode of the item."), valueName: Message("barcode", context: "value")))
    var barcode: BarcodeArgument
    @Option(
        help: ArgumentHelp(
            Message("The reference of the court's or agency's order."),
            valueName: Message("text", context: "value")
        )
    ) var order: String
    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let written = try await daemon.ask(
            API.Holds.place,
            HoldRequest(barcode: barcode.text, order: order, reason: reason)
        )
        try await output.show(
            WrittenEntry(
                entry: written,
                sentence: Message("\(barcode.text, "item") is held by entry \(.number(written.entry), "entry")")
            )
        )
    }
}

struct ReleaseHoldCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.release.outline] }
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: Message("Release a hold."),
        discussion: Message(
            """
            The number is that of the entry that placed the hold; see “outguide hold list”.

            Example:
              outguide hold release 4711 --reason "case closed"
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The number of the entry that placed it."),
            valueName: Message("entry", context: "value")
        )
    )
    var entry: EntryArgument

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let written = try await daemon.ask(
            API.Holds.release,
            at: String(entry.number),
            HoldReleaseRequest(reason: reason)
        )
        let number = MessageArgument.number(entry.number)
        let sentence =
            written.barcode.map { Message("hold \(number, "entry") on \($0, "item") is released") }
            ?? Message("hold \(number, "entry") is released")
        try await output.show(WrittenEntry(entry: written, sentence: sentence))
    }
}

struct ListHoldsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.list.outline] }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List holds in force, oldest first."),
        discussion: Message(
            """
            Example:
              outguide hold list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, oldest first; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(API.Holds.list, of: daemon, limit, emptiness: Message("nothing is held")) {
            HeldThing(entry: $0)
        }
    }
}

/// A hold in force, as a row.
struct HeldThing: TableRow {
    static var columns: [Message] {
        [
            Message("entry", context: "heading"), Message("barcode", context: "heading"),
            Message("order", context: "heading"), Message("since", context: "heading"),
            Message("by", context: "heading"), Message("reason", context: "heading"),
        ]
    }

    let entry: EntryResource

    var document: EntryResource { entry }

    var cells: [any Cell] {
        [
            entry.entry, entry.barcode, entry.order, Moment.of(entry.occurredAt), PrincipalName.of(entry.principal),
            entry.reason,
        ]
    }

    var identifier: String { String(entry.entry) }
}

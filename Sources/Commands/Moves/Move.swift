import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
package import Terminal
package import Wire

struct MoveCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Moves.move.outline] }
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: Message("Move items to a location, container or custodian, into transit, or out of custody."),
        discussion: Message(
            """
            Give one of --to, --in-transit and --dispose. All of the items are moved, or none. Moving an item to where \
            it already is succeeds and changes nothing. With --json, prints an array of results.

            --occurred-at records a move that took place earlier, such as “2026-01-31 13:45” in the site's time zone, \
            or 2026-01-31T13:45:00Z. The log keeps both times and marks the entry as back-dated. A back-dated move and \
            --dispose require a reason.

            Examples:
              outguide move BX0000000014 BX0000000022 --to LC000000001H
              outguide move BX0000000014 --in-transit
              outguide move FD0000000018 --dispose --reason "retention ended, order 77"
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]

    @Option(
        help: ArgumentHelp(
            Message("The barcode of the location, container or custodian."),
            valueName: Message("barcode", context: "value")
        )
    )
    var to: BarcodeArgument?

    @Flag(help: ArgumentHelp(Message("Record the items as in transit."))) var inTransit = false
    @Flag(help: ArgumentHelp(Message("Record the items as disposed of: destroyed or given away."))) var dispose = false
    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            Message("The time of the move, if it was earlier."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var occurredAt: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [to != nil, inTransit, dispose].count(where: \.self) == 1 else {
            throw ValidationError("say where to: one of --to, --in-transit and --dispose")
        }
        if dispose, reason == nil { throw ValidationError("--dispose needs a --reason") }
        if occurredAt != nil, reason == nil { throw ValidationError("--occurred-at needs a --reason") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = MoveRequest(
            barcodes: barcodes.map(\.text),
            to: to?.text,
            state: inTransit ? "inTransit" : dispose ? "disposed" : nil,
            reason: reason,
            occurredAt: occurredAt?.text
        )
        try await output.show(try await daemon.ask(API.Moves.move, request))
    }
}

extension MoveResponse: Presentable {
    /// The movements, which are the only member of the response.
    package var document: ListDocument<MovementResource> { ListDocument(all: movements) }

    package var lines: [StyledText] {
        movements.map { movement in
            StyledText(movement.barcode, .strong) + "  "
                + Term.entry(movement.kind).styled(movement.entry == nil ? .faint : .good) + "  "
                + StyledText(movement.history ?? movement.present)
        }
    }

    package var identifiers: [String] { movements.map(\.barcode) }
}

extension MovementResource {
    /// The current place, and the number of the entry, by which the move can be corrected.
    fileprivate var present: Message {
        guard let number = entry.map(MessageArgument.number) else { return placement.words }
        // The kind of the entry says that it is in transit or disposed of.
        guard to != nil else { return Message("(entry \(number, "entry"))") }
        return Message("\(placement.words, "place") (entry \(number, "entry"))")
    }

    /// For a move recorded afterwards, its place, its time and the current placement; nil for any other.
    fileprivate var history: Message? {
        guard let then, let occurredAt else { return nil }
        let past = then.past(at: Moment.of(occurredAt))
        let now = then == placement ? Message("it is still there") : placement.present
        guard let entry = entry.map(MessageArgument.number) else {
            return Message("\(past, "move"); \(now, "now")")
        }
        return Message("\(past, "move") (entry \(entry, "entry")); \(now, "now")")
    }
}

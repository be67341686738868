import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for orders.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: Message("List seals, restrictions and holds with their orders."),
        subcommands: [ListOrdersCommand.self]
    )
}

struct ListOrdersCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<OrderResource>> { API.Orders.list }

    /// The kind of an order's effect.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case seal, restriction, hold
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List seals, restrictions and holds in force, oldest first."),
        discussion: Message(
            """
            Each row is an item that an order binds, with everything in it. Items above your clearance are omitted: \
            only supervisors, auditors and administrators see seals. “outguide history” shows orders that are no \
            longer in force.

            Examples:
              outguide order list --kind seal
              outguide order list --order 26-CR-7
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("Only this kind: seal, restriction or hold."))) var kind: Kind?

    @Option(
        help: ArgumentHelp(
            Message("Only rows of the order with this reference."),
            valueName: Message("reference", context: "value")
        )
    )
    var order: String?

    @Option(help: ArgumentHelp(Message("At most this many rows, oldest first; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Orders.kind.set(kind?.rawValue), API.Orders.order.set(order)] }
    var emptiness: Message { Message("no such order stands") }
}

extension OrderResource: TableRow {
    package static var columns: [Message] {
        [
            Message("entry", context: "heading"), Message("order", context: "heading"),
            Message("what", context: "heading"), Message("barcode", context: "heading"),
            Message("thing", context: "heading"), Message("since", context: "heading"),
            Message("by", context: "heading"), Message("reason", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            entry, order.map { StyledText($0) } ?? Message("none recorded").styled(.faint), participle, barcode,
            Term.kind(thing).shown + (title.map { " (\($0))" } ?? ""), Moment.of(since), by, reason,
        ]
    }

    package var identifier: String { barcode }

    /// "sealed", "restricted" or "held".
    var participle: Message {
        switch kind {
        case "seal": Message("sealed", context: "effect of an order")
        case "restriction": Message("restricted", context: "effect of an order")
        case "hold": Message("held", context: "effect of an order")
        default: Message(verbatim: kind)
        }
    }

    /// Returns "by order 26-CR-7, since …, by root: juvenile matter", with the container if the order was placed on
    /// it, and the number of the entry that releases a hold.
    func sentence(about shown: String) -> StyledText {
        let effect =
            kind == "hold"
            ? Message(
                "since \(Moment.of(since), "time"), by \(PrincipalName.of(by), "principal"), entry \(.number(entry), "entry")"
            ) : Message("since \(Moment.of(since), "time"), by \(PrincipalName.of(by), "principal")")
        let container = "\(Term.kind(thing).shown) \(barcode)"
        let placed =
            barcode == shown ? effect : Message("with \(container, "container"), \(effect, "circumstances")")
        var sentence = placed
        if let order {
            sentence = Message("by order \(order, "order"), \(placed, "circumstances")")
        } else if kind != "restriction" {
            sentence = Message("no order recorded, \(placed, "circumstances")")
        }
        return (reason.map { Message("\(sentence, "circumstances"): \($0, "reason")") } ?? sentence).styled(.warning)
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
package import Terminal
package import Wire

/// The subcommands for orders.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "List seals, restrictions and holds with their orders.",
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
        abstract: "List seals, restrictions and holds in force, oldest first.",
        discussion: """
            Each row is an item that an order binds, with everything in it. Items above your clearance are omitted: \
            only supervisors, auditors and administrators see seals. “outguide history” shows orders that are no \
            longer in force.

            Examples:
              outguide order list --kind seal
              outguide order list --order 26-CR-7
            """,
        aliases: ["ls"]
    )

    @Option(help: "Only this kind: seal, restriction or hold.") var kind: Kind?

    @Option(help: ArgumentHelp("Only rows of the order with this reference.", valueName: "reference"))
    var order: String?

    @Option(help: "At most this many rows, oldest first; 0 for all.") var limit = ListLimit(count: nil)
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Orders.kind.set(kind?.rawValue), API.Orders.order.set(order)] }
    var emptiness: String { "no such order stands" }
}

extension OrderResource: TableRow {
    package static var columns: [String] { ["entry", "order", "what", "barcode", "thing", "since", "by", "reason"] }

    package var cells: [any Cell] {
        [
            entry, order.map { StyledText($0) } ?? StyledText("none recorded", .faint), participle, barcode,
            thing + (title.map { " (\($0))" } ?? ""), Moment.of(since), by, reason,
        ]
    }

    package var identifier: String { barcode }

    /// "sealed", "restricted" or "held".
    var participle: String {
        switch kind {
        case "seal": "sealed"
        case "restriction": "restricted"
        case "hold": "held"
        default: kind
        }
    }

    /// Returns "by order 26-CR-7, since …, by uid:0, entry 12: juvenile matter", with the container if the order was
    /// placed on it.
    func sentence(about shown: String) -> StyledText {
        let authority = order.map { "by order \($0)" } ?? (kind == "restriction" ? "" : "no order recorded")
        let words = [
            authority, barcode == shown ? "" : "with \(thing) \(barcode)", "since \(Moment.of(since))", "by \(by)",
            "entry \(entry)",
        ]
        let text = words.filter { !$0.isEmpty }.joined(separator: ", ") + (reason.map { ": \($0)" } ?? "")
        return StyledText(text, .warning)
    }
}

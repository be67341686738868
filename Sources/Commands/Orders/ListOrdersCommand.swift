import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListOrdersCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Orders.list.outline] }

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

    @Option(help: "Only this kind: seal, restriction or hold.")
    var kind: Kind?

    @Option(help: ArgumentHelp("Only rows of the order with this reference.", valueName: "reference"))
    var order: String?

    @Option(help: "At most this many rows, oldest first; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Orders.list,
            query: [API.Orders.kind.set(kind?.rawValue), API.Orders.order.set(order)],
            of: daemon,
            limit,
            emptiness: "no such order stands"
        )
    }
}

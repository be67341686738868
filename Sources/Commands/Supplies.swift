import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for supplies.
struct SuppliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplies",
        abstract: Message("Show stock of labels, ribbons, boxes and folders, and record deliveries."),
        discussion: Message(
            """
            The configuration names supplies and what uses them up; printing and registering count them down. \
            Deliveries and counts are entries of the log.
            """
        ),
        subcommands: [ListSuppliesCommand.self, ReceiveSupplyCommand.self, CountSupplyCommand.self],
        aliases: ["supply"]
    )
}

struct ListSuppliesCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<SupplyResource>> { API.Supplies.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List supplies and remaining stock."),
        discussion: Message(
            """
            Example:
              outguide supplies list --low
            """
        ),
        aliases: ["ls"]
    )

    @Flag(help: ArgumentHelp(Message("Only supplies with low stock."))) var low = false
    @Option(help: ArgumentHelp(Message("At most this many rows, by name; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Supplies.low.set(low)] }
    var emptiness: Message {
        low ? Message("there is enough of everything") : Message("the configuration names no supplies")
    }
}

struct ReceiveSupplyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Supplies.receive.outline] }
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: Message("Record a delivery."),
        discussion: Message(
            """
            Example:
              outguide supplies receive roll-100x50 4000
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The name of the supply in the configuration."),
            valueName: Message("supply", context: "value")
        )
    )
    var supply: String

    @Argument(
        help: ArgumentHelp(Message("The number of units delivered."), valueName: Message("units", context: "value"))
    ) var units: Int
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Supplies.receive, at: supply, SupplyRequest(units: units)))
    }
}

struct CountSupplyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Supplies.count.outline] }
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: Message("Record a count of a supply."),
        discussion: Message(
            """
            Later use is counted down from this number.

            Example:
              outguide supplies count roll-100x50 1250
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The name of the supply in the configuration."),
            valueName: Message("supply", context: "value")
        )
    )
    var supply: String

    @Argument(
        help: ArgumentHelp(Message("The number of units in stock."), valueName: Message("units", context: "value"))
    ) var units: Int
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Supplies.count, at: supply, SupplyRequest(units: units)))
    }
}

extension SupplyResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("supply", context: "heading"), Message("left", context: "heading"),
            Message("reorder at", context: "heading"), Message("used by", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            supply, shownLeft.styled(isLow ? .bad : .plain), Message("\(reorderAt, "count") \(unit, "unit")"),
            usedBy.joined(separator: ", "),
        ]
    }

    package var identifier: String { supply }
    package var lines: [StyledText] {
        [StyledText(supply, .strong) + "  " + shownLeft.styled(isLow ? .bad : .plain)]
    }

    private var shownLeft: Message {
        guard let left else { return Message("not counted yet") }
        guard isLow else { return Message("\(left, "count") \(unit, "unit") left") }
        return Message("\(left, "count") \(unit, "unit") left: order more")
    }
}

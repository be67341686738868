import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// The subcommands for pull lists.
struct PullListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull-list",
        abstract: Message("Create, print and complete pull lists."),
        subcommands: [
            NewPullListCommand.self, AddToPullListCommand.self, ListPullListsCommand.self, ShowPullListCommand.self,
            PrintPullListCommand.self, PullCommand.self, NotFoundCommand.self, RemoveFromPullListCommand.self,
            CancelPullListCommand.self,
        ]
    )
}

struct NewPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.create.outline] }
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Message("Create a pull list."),
        discussion: Message(
            """
            The list gets a barcode. Scanning it at a station opens the list; items that are scanned next go to the \
            requester. All of the items are listed, or none. “outguide pull-list add” adds items for another \
            requester.

            Examples:
              outguide pull-list new FD0000000018 FD0000000026 --for PN000000001N --due 2026-12-01
              outguide pull-list print PL0000000010 --printer office
            """
        )
    )

    @OptionGroup var want: WantOptions
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.create, want.request))
    }
}

struct AddToPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.add.outline] }
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Message("Add items to a pull list."),
        discussion: Message(
            """
            Example:
              outguide pull-list add PL0000000010 FD0000000034 --for PN000000002L
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @OptionGroup var want: WantOptions
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.add, at: list.text, want.request))
    }
}

/// The options for what to fetch, for whom and by when.
struct WantOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            Message("The barcode of the custodian who wants them; without it they only come to the station."),
            valueName: Message("barcode", context: "value")
        )
    )
    var recipient: BarcodeArgument?

    @Option(
        help: ArgumentHelp(
            Message("When the items are needed; a day ends at midnight at the site."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var due: MomentArgument?

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?

    var request: PullListRequest {
        PullListRequest(barcodes: barcodes.map(\.text), recipient: recipient?.text, due: due?.text, reason: reason)
    }
}

struct ListPullListsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<PullListResource>> { API.PullLists.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List pull lists, newest first."),
        discussion: Message(
            """
            Lists pull lists with open items; with --all, completed and cancelled ones too.

            Example:
              outguide pull-list list --all
            """
        ),
        aliases: ["ls"]
    )

    @Flag(help: ArgumentHelp(Message("Include completed and cancelled lists."))) var all = false
    @Option(help: ArgumentHelp(Message("At most this many rows, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.PullLists.open.set(!all)] }
    var emptiness: Message { all ? Message("there are no pull lists") : Message("nothing is to be fetched") }
}

struct ShowPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show a pull list in walking order."),
        discussion: Message(
            """
            Example:
              outguide pull-list show PL0000000010
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.show, at: list.text))
    }
}

struct RemoveFromPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.remove.outline] }
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: Message("Remove items that are no longer needed from a pull list."),
        discussion: Message(
            """
            All of the items are removed, or none. An item that was pulled already stays on the list, and so does the \
            last one: cancel a list that nobody needs.

            Example:
              outguide pull-list remove PL0000000010 FD0000000018
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PullListThingsRequest(barcodes: barcodes.map(\.text))
        try await output.show(try await daemon.ask(API.PullLists.remove, at: list.text, request))
    }
}

struct CancelPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.cancel.outline] }
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: Message("Cancel a pull list; items in transit stay in transit."),
        discussion: Message(
            """
            Example:
              outguide pull-list cancel PL0000000010
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.cancel, at: list.text))
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct ReturnCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.giveBack.outline] }
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: Message("Return charged-out items."),
        discussion: Message(
            """
            All of the items are returned, or none; each must be charged out or in transit. They are then in the \
            location of --to; “outguide refile” moves them to their home locations. The alias checkin does the same.

            Example:
              outguide return FD0000000018 --to LC000000001H
            """
        ),
        aliases: ["checkin"]
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]

    @Option(
        help: ArgumentHelp(
            Message("The location or container where the items are put."),
            valueName: Message("barcode", context: "value")
        )
    )
    var to: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            try await daemon.ask(API.ChargeOuts.giveBack, ReturnRequest(barcodes: barcodes.map(\.text), to: to.text))
        )
    }
}

struct RefileCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.refile.outline] }
    static let configuration = CommandConfiguration(
        commandName: "refile",
        abstract: Message("Refile items at their home locations."),
        discussion: Message(
            """
            Each item goes to its home location; all of them, or none.

            Example:
              outguide refile FD0000000018 FD0000000026
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            try await daemon.ask(API.ChargeOuts.refile, RefileRequest(barcodes: barcodes.map(\.text)))
        )
    }
}

struct HandOverCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.handOver.outline] }
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: Message("Hand items over to another custodian."),
        discussion: Message(
            """
            Takes effect at once, when both custodians are present. With --release, the giver releases the items; they \
            are in transit until the receiver accepts them with --accept, or with a badge at a station. “outguide \
            overdue --transit” lists items that are in transit for too long.

            Examples:
              outguide hand-over FD0000000018 --from PN000000001N --to PN000000002L
              outguide hand-over FD0000000018 --to PN000000002L --release
              outguide hand-over FD0000000018 --to PN000000002L --accept
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]

    @Option(
        help: ArgumentHelp(
            Message("The present custodian; by default any."),
            valueName: Message("barcode", context: "value")
        )
    )
    var from: BarcodeArgument?

    @Option(help: ArgumentHelp(Message("The receiving custodian."), valueName: Message("barcode", context: "value")))
    var to: BarcodeArgument
    @Flag(help: ArgumentHelp(Message("Release the items; they are in transit until accepted."))) var release = false
    @Flag(help: ArgumentHelp(Message("Accept the items on behalf of the receiver."))) var accept = false
    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if release, accept { throw ValidationError("say --release or --accept, not both; neither for both at once") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = HandOverRequest(
            barcodes: barcodes.map(\.text),
            from: from?.text,
            to: to.text,
            stage: release ? "release" : accept ? "accept" : nil,
            reason: reason
        )
        try await output.show(try await daemon.ask(API.ChargeOuts.handOver, request))
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ReturnCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.giveBack.outline] }
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Return charged-out items.",
        discussion: """
            All of the items are returned, or none; each must be charged out or in transit. They are then in the \
            location of --to; “outguide refile” moves them to their home locations. The alias checkin does the same.

            Example:
              outguide return FD0000000018 --to LC000000001H
            """,
        aliases: ["checkin"]
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode")) var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The location or container where the items are put.", valueName: "barcode"))
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
        abstract: "Refile items at their home locations.",
        discussion: """
            Each item goes to its home location; all of them, or none.

            Example:
              outguide refile FD0000000018 FD0000000026
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode")) var barcodes: [BarcodeArgument]
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
        abstract: "Hand items over to another custodian.",
        discussion: """
            Takes effect at once, when both custodians are present. With --release, the giver releases the items; they \
            are in transit until the receiver accepts them with --accept, or with a badge at a station. “outguide \
            overdue --transit” lists items that are in transit for too long.

            Examples:
              outguide hand-over FD0000000018 --from PN000000001N --to PN000000002L
              outguide hand-over FD0000000018 --to PN000000002L --release
              outguide hand-over FD0000000018 --to PN000000002L --accept
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode")) var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The present custodian; by default any.", valueName: "barcode"))
    var from: BarcodeArgument?

    @Option(help: ArgumentHelp("The receiving custodian.", valueName: "barcode")) var to: BarcodeArgument
    @Flag(help: "Release the items; they are in transit until accepted.") var release = false
    @Flag(help: "Accept the items on behalf of the receiver.") var accept = false
    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text")) var reason: String?
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

import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct ChargeOutCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.chargeOut.outline, API.Labels.print.outline] }
    static let configuration = CommandConfiguration(
        commandName: "charge-out",
        abstract: Message("Charge items out to a custodian."),
        discussion: Message(
            """
            All of the items are charged out, or none. The due date follows from the configuration (loans, calendar) \
            unless --due names it; “outguide overdue” lists what was not returned. The alias checkout does the same.

            With --slip, prints the slip that takes the place of each item, with the template that the configuration \
            names (outGuideSlip), otherwise out-guide-slip. “outguide label print BARCODE --template out-guide-slip” \
            prints the slip of a charged-out item again.

            Examples:
              outguide charge-out FD0000000018 --to PN000000001N
              outguide charge-out FD0000000018 FD0000000026 --to PN000000001N --due 2026-12-24
              outguide charge-out FD0000000018 --to PN000000001N --slip --printer zebra
            """
        ),
        aliases: ["checkout"]
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]
    @Option(
        help: ArgumentHelp(Message("The barcode of the custodian."), valueName: Message("barcode", context: "value"))
    ) var to: BarcodeArgument

    @Option(
        help: ArgumentHelp(
            Message("The due date; a day ends at midnight at the site."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var due: MomentArgument?

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?
    @Flag(help: ArgumentHelp(Message("Print the slip for the place of each item."))) var slip = false

    @Option(
        help: ArgumentHelp(
            Message("With --slip: the printer; by default the configured one."),
            valueName: Message("name", context: "value")
        )
    )
    var printer: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if printer != nil, !slip { throw ValidationError("--printer is for --slip") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = ChargeOutRequest(barcodes: barcodes.map(\.text), to: to.text, due: due?.text, reason: reason)
        try await output.show(try await daemon.ask(API.ChargeOuts.chargeOut, request))
        if slip { try await printSlips(daemon, output) }
    }

    /// Prints the slips of what was charged out.
    ///
    /// If printing fails, the charge-outs remain.
    private func printSlips(_ daemon: DaemonClient, _ output: Output) async throws {
        let names = barcodes.map(\.text)
        do {
            let request = LabelPrintRequest(barcodes: names, printer: printer, slip: true)
            let printed = try await daemon.ask(API.Labels.print, request)
            await output.remark(
                Message(
                    "the slip is printed on \(printed.printer, "printer")",
                    plural: "{count} slips are printed on \(printed.printer, "printer")",
                    count: names.count
                )
            )
        } catch {
            let way = "outguide label print \(names.prefix(3).joined(separator: " "))\(names.count > 3 ? " …" : "")"
            let words = Message(
                "\(error, "reason"); everything is charged out, and “\(way, "command") --template out-guide-slip” prints "
                    + "again"
            )
            throw CommandFailure(ExitCodes(error), words, kind: CommandFailure(error).kind)
        }
    }
}

struct RenewCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.renew.outline] }
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: Message("Extend due dates."),
        discussion: Message(
            """
            The new due date follows from the loan period in the configuration, counted from now, unless --due names \
            it. The configuration also limits how often an item can be renewed.

            Example:
              outguide renew FD0000000018 --due 2027-01-31
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]

    @Option(
        help: ArgumentHelp(
            Message("The due date; a day ends at midnight at the site."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var due: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RenewalRequest(barcodes: barcodes.map(\.text), due: due?.text)
        let list = await ListOutput<ChargeOutResource>(output)
        try await list.add(try await daemon.ask(API.ChargeOuts.renew, request).items)
        try await list.finish(emptiness: Message("nothing was renewed"))
    }
}

extension ChargeOutResource: TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("kind", context: "heading"),
            Message("title", context: "heading"), Message("with", context: "heading"),
            Message("since", context: "heading"), Message("due", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            barcode, Term.kind(kind), title, custodianName + (custodian.map { " (\($0))" } ?? ""), Moment.recent(since),
            due.map { Moment.due($0, isLate: overdue).styled(overdue ? .bad : .plain) },
        ]
    }

    package var identifier: String { barcode }
}

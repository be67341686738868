import ArgumentParser
import DaemonClient
import Wire

struct ChargeOutCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "charge-out",
        abstract: "Lend things to a custodian.",
        discussion: """
            All of the things are charged out, or none. They are due as the configuration says (loans, calendar), unless \
            --due names the day; with “outguide overdue” you see what did not come back. The alias checkout does the same.

            Examples:
              outguide charge-out FD0000000018 --to PN000000001N
              outguide charge-out FD0000000018 FD0000000026 --to PN000000001N --due 2026-12-24
            """,
        aliases: ["checkout"]
    )

    @Argument(help: ArgumentHelp("Barcodes of the things.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The barcode of the custodian.", valueName: "barcode"))
    var to: BarcodeArgument

    @Option(help: ArgumentHelp("When they must be back; a day lasts until 23:59 at the site.", valueName: "time"))
    var due: MomentArgument?

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = ChargeOutRequest(barcodes: barcodes.map(\.text), to: to.text, due: due?.last, reason: reason)
        try await output.show(try await daemon.chargeOut(request))
    }
}

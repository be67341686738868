import ArgumentParser
import DaemonClient
import Wire

struct PrintLabelsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print labels, and wait until the printer has done it.",
        discussion: """
            One label for each barcode, in one job. With --quiet the number of the job.

            Example:
              outguide label print BX0000000014 BX0000000022 --printer zebra --copies 2
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of registered things.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The printer, by its CUPS name; the default one when absent.", valueName: "name"))
    var printer: String?

    @Option(help: ArgumentHelp("The label template; the usual one when absent.", valueName: "name"))
    var template: String?

    @Option(help: "How many of each; one when absent.")
    var copies: Int?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let copies, copies < 1 { throw ValidationError("--copies needs a number from 1 on") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = LabelPrintRequest(
            barcodes: barcodes.map(\.text),
            printer: printer,
            template: template,
            copies: copies
        )
        try await output.show(try await daemon.printLabels(request))
    }
}

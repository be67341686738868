import ArgumentParser

/// The subcommands for printers.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer",
        abstract: "Show, test and calibrate printers.",
        subcommands: [
            ListPrintersCommand.self, ShowPrinterCommand.self, TestPrinterCommand.self, CalibratePrinterCommand.self,
        ]
    )
}

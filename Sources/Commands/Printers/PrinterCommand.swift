import ArgumentParser

/// The verbs for printers.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer",
        abstract: "See, test and measure the printers for labels.",
        subcommands: [
            ListPrintersCommand.self, ShowPrinterCommand.self, TestPrinterCommand.self, CalibratePrinterCommand.self,
        ]
    )
}

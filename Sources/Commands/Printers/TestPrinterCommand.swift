import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct TestPrinterCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Printers.test.outline] }

    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Print a test label.",
        discussion: """
            Its barcode has no effect; scanning it shows that the scanner works.

            Example:
              outguide printer test zebra
            """
    )

    @Argument(help: ArgumentHelp("The printer.", valueName: "name"))
    var printer: String

    @Option(help: ArgumentHelp("The label template; by default the configured one.", valueName: "name"))
    var template: String?

    @OptionGroup var overrides: DespiteOption

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PrinterTestRequest(template: template, despite: overrides.kinds)
        let response = try await daemon.ask(API.Printers.test, at: printer, request)
        try await output.show(PrintedLabels(response: response, isMinted: false))
    }
}

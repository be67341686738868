import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowPrinterCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Printers.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a printer's status and loaded media.",
        discussion: """
            Example:
              outguide printer show zebra
            """
    )

    @Argument(help: ArgumentHelp("The printer.", valueName: "name"))
    var printer: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Printers.show, at: printer))
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ResetLabelSheetCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelSheets.reset.outline] }

    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Record that a fresh label sheet is loaded.",
        discussion: """
            Example:
              outguide label sheet reset avery-l7160 --printer office
            """
    )

    @Argument(help: ArgumentHelp("The template that the sheet is for.", valueName: "template"))
    var template: String

    @Option(help: ArgumentHelp("The printer of the sheet; by default every printer.", valueName: "name"))
    var printer: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let sheet = LabelSheetResetRequest(template: template, printer: printer)
        _ = try await daemon.ask(API.LabelSheets.reset, sheet)
        await output.remark("the next labels of \(template) begin a fresh sheet")
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct LabelControlsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Labels.printControls.outline, API.Labels.drawControls.outline] }
    static let configuration = CommandConfiguration(
        commandName: "controls",
        abstract: Message("Print the sheet of control barcodes."),
        discussion: Message(
            """
            Contains every control barcode that stations understand, each with its meaning.

            Examples:
              outguide label controls --printer office
              outguide label controls --to-file controls.pdf
            """
        )
    )

    @Option(
        help: ArgumentHelp(
            Message("The CUPS name of the printer; by default the default printer."),
            valueName: Message("name", context: "value")
        )
    )
    var printer: String?

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default controls."),
            valueName: Message("name", context: "value")
        )
    ) var template: String?
    @Option(help: ArgumentHelp(Message("Copies of each page; by default one."))) var copies: Int?

    @Option(
        help: ArgumentHelp(
            Message("Write to this file instead of printing: PDF, or PNG by name."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var toFile: String?

    @Option(help: ArgumentHelp(Message("The page to write as PNG; by default the first."))) var page: Int?
    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let copies, copies < 1 { throw ValidationError("--copies needs a number from 1 on") }
        if let page, page < 1 { throw ValidationError("--page needs a number from 1 on") }
        if toFile != nil, printer != nil || copies != nil || overrides.kinds != nil {
            throw ValidationError("--to-file does not print: leave --printer, --copies and --despite out")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard let toFile else {
            let request = ControlPrintRequest(
                printer: printer,
                template: template,
                copies: copies,
                despite: overrides.kinds
            )
            let printed = try await daemon.ask(API.Labels.printControls, request)
            return try await output.show(PrintedLabels(response: printed, isMinted: false))
        }
        let format: LabelFormat = toFile.lowercased().hasSuffix(".png") ? .png : .pdf
        let sheet = try await daemon.fetch(
            API.Labels.drawControls,
            ControlSheetRequest(template: template, format: format.rawValue, page: page)
        )
        try await FileSink.write(sheet, to: toFile)
        try await output.show(WrittenLabel(path: toFile, format: format.rawValue, bytes: sheet.count))
    }
}

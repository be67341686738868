import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct PullCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.pull.outline] }
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: Message("Record listed items as pulled and in transit to the requester."),
        discussion: Message(
            """
            All of the items are pulled, or none. They are in transit until the requester accepts them with “outguide \
            hand-over --accept”, or with badge and items at a station.

            Example:
              outguide pull-list pull PL0000000010 FD0000000018
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PullListThingsRequest(barcodes: barcodes.map(\.text))
        try await output.show(try await daemon.ask(API.PullLists.pull, at: list.text, request))
    }
}

struct NotFoundCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.noteNotFound.outline] }
    static let configuration = CommandConfiguration(
        commandName: "not-found",
        abstract: Message("Record that listed items were not found."),
        discussion: Message(
            """
            Moves nothing. An item that turns up later can still be pulled.

            Example:
              outguide pull-list not-found PL0000000010 FD0000000018
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument
    @Argument(help: ArgumentHelp(Message("Barcodes of the items."), valueName: Message("barcode", context: "value")))
    var barcodes: [BarcodeArgument]
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PullListThingsRequest(barcodes: barcodes.map(\.text))
        try await output.show(try await daemon.ask(API.PullLists.noteNotFound, at: list.text, request))
    }
}

struct PrintPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.print.outline, API.PullLists.draw.outline] }
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: Message("Print a pull list."),
        discussion: Message(
            """
            Prints the open items in walking order. Each page begins with the barcode that opens the list.

            Examples:
              outguide pull-list print PL0000000010 --printer office
              outguide pull-list print PL0000000010 --to-file list.pdf
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The barcode of the list."), valueName: Message("list", context: "value")))
    var list: BarcodeArgument

    @Option(
        help: ArgumentHelp(
            Message("The CUPS name of the printer; by default the default printer."),
            valueName: Message("name", context: "value")
        )
    )
    var printer: String?

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default pull-list-page."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

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
        if let page, page < 1 { throw ValidationError("--page needs a number from 1 on") }
        if page != nil, toFile == nil { throw ValidationError("--page is for --to-file") }
        if toFile != nil, printer != nil || overrides.kinds != nil {
            throw ValidationError("--to-file does not print: leave --printer and --despite out")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard let toFile else {
            let request = PullListPrintRequest(printer: printer, template: template, despite: overrides.kinds)
            let printed = try await daemon.ask(API.PullLists.print, at: list.text, request)
            return try await output.show(PrintedLabels(response: printed, isMinted: false))
        }
        let format: LabelFormat = toFile.lowercased().hasSuffix(".png") ? .png : .pdf
        let request = PullListSheetRequest(template: template, format: format.rawValue, page: page)
        let sheet = try await daemon.fetch(API.PullLists.draw, at: list.text, request)
        try await FileSink.write(sheet, to: toFile)
        try await output.show(WrittenLabel(path: toFile, format: format.rawValue, bytes: sheet.count))
    }
}

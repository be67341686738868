import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for printers.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer",
        abstract: Message("Show, test and calibrate printers."),
        subcommands: [
            ListPrintersCommand.self, ShowPrinterCommand.self, TestPrinterCommand.self, CalibratePrinterCommand.self,
        ]
    )
}

struct ListPrintersCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<PrinterResource>> { API.Printers.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List the printers that CUPS knows."),
        discussion: Message(
            """
            Example:
              outguide printer list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by name; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("CUPS knows no printer; add one with lpadmin") }
}

struct ShowPrinterCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Printers.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show a printer's status and loaded media."),
        discussion: Message(
            """
            Example:
              outguide printer show zebra
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The printer."), valueName: Message("name", context: "value"))) var printer:
        String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Printers.show, at: printer))
    }
}

struct TestPrinterCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Printers.test.outline] }
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Message("Print a test label."),
        discussion: Message(
            """
            Its barcode has no effect; scanning it shows that the scanner works.

            Example:
              outguide printer test zebra
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The printer."), valueName: Message("name", context: "value"))) var printer:
        String

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default the configured one."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PrinterTestRequest(template: template, despite: overrides.kinds)
        let response = try await daemon.ask(API.Printers.test, at: printer, request)
        try await output.show(PrintedLabels(response: response, isMinted: false))
    }
}

extension PrinterResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("name", context: "heading"), Message("state", context: "heading"),
            Message("jobs", context: "heading"), Message("address", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        let jobs =
            isAcceptingJobs
            ? Message("accepted", context: "jobs of a printer") : Message("refused", context: "jobs of a printer")
        return [name, Term.printer(state).styled(style), jobs, address == name ? "" : address]
    }

    package var identifier: String { name }

    package var lines: [StyledText] {
        func list(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ", ") }
        return NamedLines.of([
            (Message("name", context: "heading"), name.styled(.strong)),
            (Message("state", context: "heading"), Term.printer(state).styled(style)),
            (Message("address", context: "heading"), address),
            (Message("trouble", context: "heading"), trouble?.detail.styled(.bad)),
            (Message("says", context: "heading"), message), (Message("reasons", context: "heading"), list(reasons)),
            (Message("gets", context: "heading"), form),
            (Message("dots/inch", context: "heading"), list(resolutions)),
            (Message("loaded", context: "heading"), list(mediaReady)),
            (
                Message("loaded", context: "heading"),
                mediaDoubt.map { Message("not known: \($0, "reason")").styled(.warning) }
            ),
            (Message("stations", context: "heading"), list(stations)),
            (Message("templates", context: "heading"), list(templates)),
            (Message("measured", context: "heading"), calibration?.words),
        ])
    }

    private var style: TextStyle {
        if trouble != nil { return .bad }
        return state == "stopped" || !isAcceptingJobs ? .warning : .plain
    }
}

extension CalibrationResource: Presentable {
    var words: Message {
        Message(
            "\(Self.short(offsetX), "right") mm right, \(Self.short(offsetY), "down") mm down, "
                + "\(Self.short(scaleX * 100), "width") % wide, \(Self.short(scaleY * 100), "height") % high"
        )
    }

    package var lines: [StyledText] { [StyledText(Message("labels are moved from now on: \(words, "change")"))] }
    package var identifiers: [String] { [] }

    /// Returns a number with at most two decimals.
    private static func short(_ value: Double) -> MessageArgument {
        let hundredths = Int((value * 100).rounded())
        return hundredths % 100 == 0 ? .count(hundredths / 100) : .decimal(scaled: hundredths, places: 2)
    }
}

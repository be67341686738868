import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct CalibratePrinterCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [API.Printers.printRuler.outline, API.Printers.calibrate.outline, API.Printers.forgetCalibration.outline]
    }

    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: Message("Print a ruler page and correct a printer's offset."),
        discussion: Message(
            """
            The page has a horizontal and a vertical scale. Measure, in millimetres, how far the zero marks are from \
            the left and the upper edge, and how long each scale came out. Later labels are shifted and scaled \
            accordingly; bars keep whole dots. With the measurements as options, nothing is printed.

            Examples:
              outguide printer calibrate zebra
              outguide printer calibrate zebra --zero 5.4,4.8 --length 89.6,40.1
              outguide printer calibrate zebra --reset
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The printer."), valueName: Message("name", context: "value"))) var printer:
        String

    @Option(
        help: ArgumentHelp(
            Message("The distances of the zero marks from the left and the upper edge."),
            valueName: Message("mm,mm", context: "value")
        )
    )
    var zero: MeasuredPair?

    @Option(
        help: ArgumentHelp(
            Message("The measured lengths of the horizontal and the vertical scale."),
            valueName: Message("mm,mm", context: "value")
        )
    )
    var length: MeasuredPair?

    @Option(
        help: ArgumentHelp(
            Message("The ruler page; by default the one that fits."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

    @Flag(help: ArgumentHelp(Message("Discard the measurements."))) var reset = false
    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (zero == nil) == (length == nil) else { throw ValidationError("--zero and --length go together") }
        if reset, zero != nil { throw ValidationError("--reset takes no measurements") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if reset {
            try await daemon.ask(API.Printers.forgetCalibration, at: printer)
            return await output.remark(Message("\(printer, "printer") prints as it is again"))
        }
        if let zero, let length { return try await keep(zero, length, daemon, output) }
        let request = PrinterTestRequest(template: template, despite: overrides.kinds)
        let page = try await daemon.ask(API.Printers.printRuler, at: printer, request)
        await output.remark(Message("the ruler page is printed on \(page.printer, "printer")"))
        let asked = try await MeasuredPair.ask(output)
        try await keep(asked.zero, asked.length, daemon, output)
    }

    private func keep(
        _ zero: MeasuredPair,
        _ length: MeasuredPair,
        _ daemon: DaemonClient,
        _ output: Output
    ) async throws {
        let request = CalibrationRequest(
            template: template,
            zeroX: zero.x,
            zeroY: zero.y,
            lengthX: length.x,
            lengthY: length.y
        )
        try await output.show(try await daemon.ask(API.Printers.calibrate, at: printer, request))
    }
}

/// Two lengths in millimetres, horizontal and vertical.
struct MeasuredPair: ExpressibleByArgument, Sendable, Hashable {
    let x: Double
    let y: Double

    /// Parses `10.4,9.8`.
    ///
    /// Commas may be decimal if the two are separated by a semicolon or white space.
    init?(argument: String) {
        let separators: [Character] = argument.contains(where: { $0 == ";" || $0 == " " }) ? [";", " "] : [","]
        let parts = argument.split(whereSeparator: { separators.contains($0) }).map {
            Double(String($0.map { $0 == "," ? "." : $0 }))
        }
        guard parts.count == 2, let x = parts[0], let y = parts[1], x.isFinite, y.isFinite else { return nil }
        self.x = x
        self.y = y
    }

    /// Asks for both measurements of a ruler page on standard error and reads them from standard input.
    @MainActor static func ask(_ output: Output) throws -> (zero: MeasuredPair, length: MeasuredPair) {
        let reader = LineReader(descriptor: 0)
        func pair(_ question: Message) throws -> MeasuredPair {
            while true {
                output.remark(question)
                guard let line = try reader.next() else {
                    throw CommandFailure(
                        .usage,
                        Message("cannot calibrate without measurements: give --zero and --length")
                    )
                }
                if case .text(let text) = line, let pair = MeasuredPair(argument: text) { return pair }
            }
        }
        let zero = try pair(
            Message("zero marks, millimetres from the left and from the upper edge, such as 5.2 4.9:")
        )
        return (zero, try pair(Message("length of the scales across and down in millimetres, such as 89.8 40.1:")))
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
package import Terminal
package import Wire

struct PairScannerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.pair.outline] }
    static let configuration = CommandConfiguration(
        commandName: "pair",
        abstract: Message("Pair the scanner that reads a barcode next with a station."),
        discussion: Message(
            """
            Shows a barcode (or prints it, for scanners that cannot read screens) and waits a minute for the scanner \
            that reads it. Only during that minute does the daemon listen to keyboards and HID POS devices that are not \
            read as scanners, and it discards what people type line by line. With --serial it also listens to serial \
            lines over USB (ttyACM, ttyUSB), at 9600 bits per second; name a scanner on any other serial line in the \
            configuration. The pairing survives restarts. Pairing a scanner again replaces its earlier settings.

            Layout and framing are derived from the keys; --layout decides where two layouts agree on every key of the \
            barcode. A device that could not be recognised again, or that cannot be distinguished from another \
            connected one, is refused with the remedy.

            Example:
              outguide scanner pair --station counter --name "grey gun" --print
            """
        )
    )

    @Option(
        help: ArgumentHelp(
            Message("The station of its readings; by default one of its own."),
            valueName: Message("name", context: "value")
        )
    )
    var station: String?

    @Option(
        help: ArgumentHelp(
            Message("What its readings are attributed to."),
            valueName: Message("name", context: "value")
        )
    ) var name: String?

    @Option(
        help: ArgumentHelp(
            Message("The keyboard layout that the scanner emulates, such as us or de."),
            valueName: Message("layout", context: "value")
        )
    )
    var layout: String?

    @Option(help: ArgumentHelp(Message("The variant of the layout."), valueName: Message("variant", context: "value")))
    var variant: String?

    @Option(
        help: ArgumentHelp(
            Message("What ends its barcodes: suffix, cr, lf, cr-lf, tab, stx-etx, stx-cr, esc or idle."),
            valueName: Message("framing", context: "value")
        )
    )
    var framing: String?

    @Flag(help: ArgumentHelp(Message("The scanner stores barcodes and sends several at once."))) var memory = false
    @Flag(help: ArgumentHelp(Message("The scanner reads linear barcodes only, not QR, Data Matrix or PDF417.")))
    var linear = false

    @Flag(
        help: ArgumentHelp(
            Message("Also listen to serial lines over USB. Opening a line may reset a device that is not a scanner.")
        )
    )
    var serial = false

    @Flag(help: ArgumentHelp(Message("Print the barcode as a label on the default printer."))) var print = false
    @Option(
        help: ArgumentHelp(
            Message("Print the barcode as a label on this printer."),
            valueName: Message("name", context: "value")
        )
    ) var printer: String?
    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if !print, printer == nil, overrides.kinds != nil {
            throw ValidationError("--despite needs --print or --printer")
        }
        if variant != nil, layout == nil { throw ValidationError("--variant needs --layout") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = ScannerPairingRequest(
            station: station,
            name: name,
            layout: layout,
            variant: variant,
            framing: framing,
            memory: memory,
            linear: linear,
            serial: serial,
            printer: printer,
            isPrinted: print,
            despite: overrides.kinds
        )
        let last = try await daemon.withPairing(request) { events -> ScannerPairingResource? in
            var last: ScannerPairingResource?
            for try await event in events {
                guard case .pairing(let pairing) = event else { continue }
                last = pairing
                try await output.showNext(pairing)
            }
            return last
        }
        switch last?.state {
        case "paired": return
        case "failed":
            throw CommandFailure(.refused, output.format == .people ? nil : last.map { Message(verbatim: $0.message) })
        default: throw CommandFailure(.unreachable, Message("outguided went away before anything was paired"))
        }
    }
}

extension ScannerPairingResource: Presentable {
    package var lines: [StyledText] {
        switch state {
        case "listening":
            let prompt = Message(
                "\(message, "prompt") ({count} second)",
                plural: "\(message, "prompt") ({count} seconds)",
                count: seconds
            )
            return SymbolLines.of(rows) + [StyledText(text, .strong), StyledText(prompt)]
        case "paired":
            let test = "outguide scanner test \(scanner?.scanner ?? "")"
            return [
                Message("paired", context: "pairing").styled(.good) + "  " + StyledText(result),
                StyledText(Message("check its set-up with: \(test, "command")")),
            ]
        default:
            return [Message("failed", context: "pairing").styled(.bad) + StyledText("  \(message)")]
        }
    }

    /// What was paired, where, and the layouts that its keys fit, if there are several.
    private var result: Message {
        let place =
            scanner?.station.map { Message("\(message, "scanner") at \($0, "station")") } ?? Message(verbatim: message)
        guard layouts.count > 1 else { return place }
        return Message("\(place, "scanner"); its keys fit \(layouts.joined(separator: ", "), "layouts")")
    }

    /// First the text to scan, later the paired scanner.
    package var identifiers: [String] {
        switch state {
        case "listening": [text]
        case "paired": scanner.map { [$0.scanner] } ?? []
        default: []
        }
    }
}

/// Draws a matrix symbol in half blocks, two rows of modules in a line, with its quiet zone.
enum SymbolLines {
    private static let quietZone = 4

    /// Returns lines for rows of `1` (dark) and `0`; empty if there are no rows.
    static func of(_ rows: [String]) -> [StyledText] {
        let width = rows.map(\.utf8.count).max() ?? 0
        guard width > 0, width <= 177, rows.count <= 177 else { return [] }
        let blank = [Bool](repeating: false, count: width + 2 * quietZone)
        let margin = [Bool](repeating: false, count: quietZone)
        let modules = rows.map { row in
            margin + row.utf8.map { $0 == UInt8(ascii: "1") } + margin
        }
        var matrix = [[Bool]](repeating: blank, count: quietZone) + modules
        matrix += [[Bool]](repeating: blank, count: quietZone + matrix.count % 2)
        return stride(from: 0, to: matrix.count - 1, by: 2).map { line in
            let (upper, lower) = (matrix[line], matrix[line + 1])
            var text = ""
            for column in upper.indices where column < lower.count {
                // Light modules are drawn, because most terminals have light text on a dark background.
                switch (upper[column], lower[column]) {
                case (true, true): text += " "
                case (true, false): text += "▄"
                case (false, true): text += "▀"
                case (false, false): text += "█"
                }
            }
            return StyledText(text, .paper)
        }
    }
}

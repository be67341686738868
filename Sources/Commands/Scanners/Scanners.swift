import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for scanners.
struct ScannerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanner",
        abstract: Message("List, pair and test scanners."),
        subcommands: [
            ListScannersCommand.self, PairScannerCommand.self, TestScannerCommand.self, ForgetScannerCommand.self,
        ]
    )
}

struct ListScannersCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<ScannerDeviceResource>> { API.Scanners.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List connected scanners and how each is used."),
        discussion: Message(
            """
            A scanner is read when the udev rule knows its maker, when the configuration names it, or when it was \
            paired. Other keyboards are listed so that you can name them; they are not read. The column \
            settings shows letters that the scanner must put around a barcode, and whether it is set to send a memory \
            or to read linear symbols only. With --quiet, prints permanent names only.

            Example:
              outguide scanner list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by device; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("nothing is plugged in that may be a gun") }
}

struct ForgetScannerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.forget.outline] }
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: Message("Remove the pairing of a scanner."),
        discussion: Message(
            """
            A scanner that the configuration or the udev rule names is still read.

            Example:
              outguide scanner forget 1a86:0001:G1
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The permanent name that “outguide scanner list” shows."),
            valueName: Message("scanner", context: "value")
        )
    )
    var scanner: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.ask(API.Scanners.forget, at: scanner)
        await output.remark(Message("\(scanner, "scanner") is forgotten"))
    }
}

extension ScannerDeviceResource: TableRow {
    package static var columns: [Message] {
        [
            Message("scanner", context: "heading"), Message("name", context: "heading"),
            Message("as", context: "heading"), Message("node", context: "heading"),
            Message("station", context: "heading"), Message("named by", context: "heading"),
            Message("settings", context: "heading"), Message("state", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            scanner, label.map { "\($0) (\(name))" } ?? name, transport, node, station,
            namedBy.map { StyledText($0) } ?? Message("nobody", context: "named by").styled(.faint), settings,
            Term.scanner(state).styled(state == "reading" ? .good : namedBy == nil ? .faint : .bad),
        ]
    }

    /// The settings other than the framing, any of which may explain refused readings.
    private var settings: String {
        [
            prefix.map { Message("prefix \($0, "text")", context: "setting of a scanner") },
            suffix.map { Message("suffix \($0, "text")", context: "setting of a scanner") },
            memory ? Message("memory", context: "setting of a scanner") : nil,
            linear ? Message("linear", context: "setting of a scanner") : nil,
        ].compactMap { $0?.shown }.joined(separator: ", ")
    }

    package var identifier: String { scanner }
}

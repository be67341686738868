import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import LogProof
import Terminal
import Wire

struct CheckpointCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.checkpoint.outline] }
    static var asksWith: [String: [EndpointOutline]] { ["--print": [API.Log.printCheckpoint.outline]] }

    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: Message("Print a signed checkpoint: the size and the root hash of the log."),
        discussion: Message(
            """
            The text is a C2SP checkpoint, exactly as it was signed. Keep it where nobody who can write the log can \
            reach it: on paper, with the auditor, in another building. “outguide log consistency” proves later that \
            the log only grew since. With --json, prints its parts, and the text as “signed”.

            With --print, prints it on the label printer, as text and as a QR code.

            Examples:
              outguide log checkpoint > 2026-01-31.txt
              outguide log checkpoint --print
            """
        )
    )

    @Flag(name: .customLong("print"), help: ArgumentHelp(Message("Print it instead."))) var isPrinted = false

    @Option(
        help: ArgumentHelp(
            Message("The CUPS name of the printer; by default the default printer."),
            valueName: Message("name", context: "value")
        )
    )
    var printer: String?

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default checkpoint-100x50."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if !isPrinted, printer != nil || template != nil || overrides.kinds != nil {
            throw ValidationError("--printer, --template and --despite need --print")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard !isPrinted else {
            let page = CheckpointPrintRequest(printer: printer, template: template, despite: overrides.kinds)
            let printed = try await daemon.ask(API.Log.printCheckpoint, page)
            return try await output.show(PrintedLabels(response: printed, isMinted: false))
        }
        let (signed, bytes) = try await daemon.checkpoint()
        guard output.format == .json else { return try await output.write(text: bytes) }
        try await output.showNext(CheckpointDocument(signed))
    }
}

/// The JSON form of a signed checkpoint.
struct CheckpointDocument: Presentable, Encodable {
    /// The log's origin.
    let origin: String
    /// The number of entries in the log.
    let size: Int64
    /// The root hash of the tree over them, in base64.
    let root: String
    /// The complete text with its signatures.
    let signed: String

    init(_ checkpoint: SignedCheckpoint) {
        origin = checkpoint.checkpoint.origin
        size = checkpoint.checkpoint.head.size
        root = checkpoint.checkpoint.head.root.base64
        signed = checkpoint.serialized
    }

    var lines: [StyledText] { signed.split(separator: "\n").map { StyledText(String($0)) } }
    var identifiers: [String] { [root] }
}

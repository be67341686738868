import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct PreviewLabelCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Labels.preview.outline] }
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: Message("Write a label to a file, dot for dot as printed."),
        discussion: Message(
            """
            Without a barcode, shows a sample. A PDF contains all pages, a PNG one of them. With --printer, draws for \
            that printer: for its resolution, shifted as “outguide printer calibrate” measured, on the sheet in use \
            there.

            Examples:
              outguide label preview BX0000000014 --output label.png
              outguide label preview --template avery-l7160 --start-cell 5 --output sheet.pdf
              outguide label preview FD0000000018 --template folder-end-tab --field year=1998 --output tab.png
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("Barcodes of registered items, one label each."),
            valueName: Message("barcode", context: "value")
        )
    )
    var barcodes: [BarcodeArgument] = []

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default the configured one."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

    @Option(help: ArgumentHelp(Message("png or pdf; by default as the file name says."))) var format: LabelFormat?
    @Option(help: ArgumentHelp(Message("The printer to draw for."), valueName: Message("name", context: "value")))
    var printer: String?
    @Option(help: ArgumentHelp(Message("Dots per inch, such as 300 or 203x406; by default the printer's, else 203.")))
    var dpi: String?

    @Option(
        help: ArgumentHelp(
            Message("The first cell of the sheet to use, counted from 1."),
            valueName: Message("cell", context: "value")
        )
    )
    var startCell: Int?

    @Option(help: ArgumentHelp(Message("The page to write as PNG; by default the first."))) var page: Int?

    @Option(
        help: ArgumentHelp(
            Message("An additional field of the label; may be repeated."),
            valueName: Message("name=value", context: "value")
        )
    )
    var field: [FieldArgument] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Message("The file; - for standard output."), valueName: Message("file", context: "value")),
        completion: .file()
    )
    var output: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let page, page < 1 { throw ValidationError("--page needs a number from 1 on") }
        if let startCell, !(1...1_600).contains(startCell) {
            throw ValidationError("--start-cell needs the number of a cell, counted from 1")
        }
        if output.isEmpty { throw ValidationError("--output needs the name of a file, or -") }
    }

    func run(_ daemon: DaemonClient, _ shown: Output) async throws {
        if output == "-", await ByteSink.standardOutput.isTerminal {
            throw CommandFailure(
                .usage,
                Message("cannot show an image on a terminal: name a file with --output")
            )
        }
        let format = format ?? LabelFormat(path: output)
        let label = try await daemon.fetch(
            API.Labels.preview,
            LabelPreviewRequest(
                barcodes: barcodes.map(\.text),
                template: template,
                format: format.rawValue,
                printer: printer,
                resolution: dpi,
                used: startCell.map { Array(1..<$0) },
                page: page,
                fields: field.isEmpty ? nil : FieldArgument.fields(field)
            )
        )
        if output == "-" { return try await shown.write(label) }
        try await FileSink.write(label, to: output)
        let written = WrittenLabel(path: output, format: format.rawValue, bytes: label.count)
        try await shown.show(written)
    }
}

/// A label that was written to a file.
struct WrittenLabel: Presentable, Encodable {
    let path: String
    /// `png` or `pdf`.
    let format: String
    let bytes: Int

    var lines: [StyledText] {
        [
            StyledText(
                Message(
                    "wrote \(path, "file") (\(format, "format"), {count} byte)",
                    plural: "wrote \(path, "file") (\(format, "format"), {count} bytes)",
                    count: bytes
                )
            )
        ]
    }
    var identifiers: [String] { [path] }
}

/// The file formats of a label.
enum LabelFormat: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    case png
    case pdf

    /// Creates the format from a file name.
    init(path: String) { self = path.lowercased().hasSuffix(".pdf") ? .pdf : .png }
}

import ArgumentParser
import DaemonClient
import Wire

struct PreviewLabelCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Put a label into a file, dot for dot as it would be printed.",
        discussion: """
            Example:
              outguide label preview BX0000000014 --output label.png
            """
    )

    @Argument(help: ArgumentHelp("The barcode of a registered thing.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The label template; the usual one when absent.", valueName: "name"))
    var template: String?

    @Option(help: "png or pdf; what the name of the file says when absent.")
    var format: LabelFormat?

    @Option(help: "Dots per inch of the printer it is meant for; 203 when absent.")
    var dpi: Int?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; - for standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let dpi, dpi < 1 { throw ValidationError("--dpi needs a number from 1 on") }
        if output.isEmpty { throw ValidationError("--output needs the name of a file, or -") }
    }

    func run(_ daemon: DaemonClient, _ shown: Output) async throws {
        if output == "-", await ByteSink.standardOutput.isTerminal {
            throw CommandFailure(.usage, "cannot show an image on a terminal: name a file with --output")
        }
        let format = format ?? LabelFormat(path: output)
        let label = try await daemon.previewLabel(
            LabelPreviewRequest(
                barcode: barcode.text,
                template: template,
                format: format.rawValue,
                dotsPerInch: dpi
            )
        )
        if output == "-" { return try await shown.write(label) }
        try await FileSink.write(label, to: output)
        let written = WrittenLabel(path: output, format: format.rawValue, bytes: label.count)
        try await shown.show(written)
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

struct PrintLabelsCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [
            API.Labels.print.outline, API.Labels.preview.outline, API.LabelBatches.show.outline,
            API.LabelBatches.labels.outline,
        ]
    }

    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: Message("Print labels, and wait until they are printed."),
        discussion: Message(
            """
            Prints a label for each barcode, or with --new for new items, whose numbers are minted once. A label that \
            was printed before requires --reason. A run that cannot be completed stays, and “outguide label batch \
            resume” continues it.

            Templates for slips, such as out-guide-slip, print only for charged-out items. --year gives the year on an \
            end tab; without it the tab shows none.

            When a printer wrongly reports a problem, name its kind with --despite, as the refusal does, to print all \
            the same. The run and the log record the override.

            With --quiet, prints the job number or, with --new, the new barcodes.

            Examples:
              outguide label print BX0000000014 BX0000000022 --printer zebra --copies 2
              outguide label print BX0000000014 --reason "torn off"
              outguide label print --new 500 --kind box
              outguide label print FD0000000018 --template folder-end-tab --year 2002
              outguide label print FD0000000018 --template out-guide-slip
            """
        )
    )

    @Argument(
        help: ArgumentHelp(Message("Barcodes of registered items."), valueName: Message("barcode", context: "value"))
    )
    var barcodes: [BarcodeArgument] = []

    @Option(
        help: ArgumentHelp(
            Message("Register this many new items and print their labels."),
            valueName: Message("count", context: "value")
        )
    )
    var new: Int?

    @Option(help: ArgumentHelp(Message("With --new: the kind of the items; by default box."))) var kind: String?
    @Option(help: ArgumentHelp(Message("With --new: container or item, for a kind of your own."))) var type: String?
    @Option(help: ArgumentHelp(Message("With --new: the title of the items."))) var title: String?

    @Option(
        help: ArgumentHelp(
            Message("With --new: the home location of the items."),
            valueName: Message("barcode", context: "value")
        )
    )
    var home: BarcodeArgument?

    @Option(
        help: ArgumentHelp(
            Message("With --new: the location where the items are put now."),
            valueName: Message("barcode", context: "value")
        )
    )
    var parent: BarcodeArgument?

    @Option(
        help: ArgumentHelp(
            Message("The printer; by default the configured one."),
            valueName: Message("name", context: "value")
        )
    ) var printer: String?

    @Option(
        help: ArgumentHelp(
            Message("The station that needs the labels; its printer is the default."),
            valueName: Message("name", context: "value")
        )
    )
    var station: String?

    @Option(
        help: ArgumentHelp(
            Message("The label template; by default the configured one."),
            valueName: Message("name", context: "value")
        )
    )
    var template: String?

    @Option(help: ArgumentHelp(Message("Copies of each label; by default one."))) var copies: Int?
    @Option(help: ArgumentHelp(Message("The reason for printing a label again."))) var reason: String?

    @Option(
        help: ArgumentHelp(
            Message("The first cell of the sheet to use, counted from 1."),
            valueName: Message("cell", context: "value")
        )
    )
    var startCell: Int?

    @Flag(help: ArgumentHelp(Message("Start with a fresh sheet."))) var newSheet = false
    @Option(help: ArgumentHelp(Message("The year of the case, for the band of an end tab; applies to all labels.")))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            Message("An additional field of every label; may be repeated."),
            valueName: Message("name=value", context: "value")
        )
    )
    var field: [FieldArgument] = []

    @OptionGroup var overrides: DespiteOption

    @Option(
        help: ArgumentHelp(
            Message(
                "A file to write instead of printing, as --printer would get it: PDF or, when it is so named, PNG."
            ),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var toFile: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let copies, copies < 1 { throw ValidationError("--copies needs a number from 1 on") }
        if let new, !(1...API.longestPrinting).contains(new) {
            throw ValidationError("--new needs a number from 1 to \(API.longestPrinting)")
        }
        if let startCell, !(1...1_600).contains(startCell) {
            throw ValidationError("--start-cell needs the number of a cell, counted from 1")
        }
        if let year, !(1...9_999).contains(year) { throw ValidationError("--year needs a year such as 2002") }
        if toFile != nil, new != nil || station != nil || copies != nil || newSheet {
            throw ValidationError("--to-file does not print: leave --new, --station, --copies and --new-sheet out")
        }
        guard barcodes.isEmpty == (new != nil) else { throw ValidationError("name either barcodes or --new") }
        if new == nil, kind != nil || type != nil || title != nil || home != nil || parent != nil {
            throw ValidationError("--kind, --type, --title, --home and --parent are for --new")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if let toFile { return try await write(to: toFile, daemon, output) }
        let things = new.map {
            NewLabelsRequest(count: $0, kind: kind, type: type, title: title, home: home?.text, parent: parent?.text)
        }
        let request = LabelPrintRequest(
            barcodes: new == nil ? barcodes.map(\.text) : nil,
            new: things,
            printer: printer,
            station: station,
            template: template,
            copies: copies,
            reason: reason,
            until: "begun",
            startCell: startCell,
            newSheet: newSheet ? true : nil,
            fields: fields,
            despite: overrides.kinds
        )
        let begun = try await daemon.ask(API.Labels.print, request)
        guard let batch = begun.batch else {
            return try await output.show(PrintedLabels(response: begun, isMinted: new != nil))
        }
        // What the run waits for is shown meanwhile.
        try await PrintRunFollowing(daemon: daemon, output: output).follow(batch)
        let last = try await daemon.ask(
            API.LabelBatches.labels,
            at: String(batch),
            query: [Parameter.cursor.set(begun.barcodes.count - 1), Parameter.limit.set(1)]
        ).items.first
        let printed = LabelPrintResponse(
            job: last?.job ?? begun.job,
            printer: begun.printer,
            state: "completed",
            labels: begun.labels,
            batch: batch,
            barcodes: begun.barcodes,
            mediaDoubt: begun.mediaDoubt
        )
        try await output.show(PrintedLabels(response: printed, isMinted: new != nil))
    }

    /// The additional fields of every label; nil for none.
    private var fields: [String: String]? {
        var fields = FieldArgument.fields(field)
        if let year { fields["year"] = String(year) }
        return fields.isEmpty ? nil : fields
    }

    private func write(to path: String, _ daemon: DaemonClient, _ output: Output) async throws {
        let format: LabelFormat = path.lowercased().hasSuffix(".png") ? .png : .pdf
        let labels = try await daemon.fetch(
            API.Labels.preview,
            LabelPreviewRequest(
                barcodes: barcodes.map(\.text),
                template: template,
                format: format.rawValue,
                printer: printer,
                used: startCell.map { Array(1..<$0) },
                fields: fields
            )
        )
        try await FileSink.write(labels, to: path)
        try await output.show(WrittenLabel(path: path, format: format.rawValue, bytes: labels.count))
    }
}

/// A field of a label with its value, written `name=value`.
struct FieldArgument: ExpressibleByArgument, Sendable, Hashable {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }

    /// Returns the values by field name.
    ///
    /// If a name occurs more than once, the last value counts.
    static func fields(_ arguments: [FieldArgument]) -> [String: String] {
        Dictionary(arguments.map { ($0.name, $0.value) }) { _, last in last }
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for labels.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: Message("Print and preview labels, and assign barcodes."),
        subcommands: [
            PrintLabelsCommand.self, PreviewLabelCommand.self, ReplaceLabelCommand.self, AddAliasCommand.self,
            ListPendingLabelsCommand.self, LabelBatchCommand.self, LabelTemplateCommand.self,
            LabelControlsCommand.self, LabelSheetCommand.self,
        ]
    )
}

struct ReplaceLabelCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Changes.label.outline] }
    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: Message("Replace the barcode of an item."),
        discussion: Message(
            """
            Prints the new barcode. The previous one becomes an alias: scanning the old label still finds the item and \
            its history. Nothing goes to a printer; use “outguide label print”. The new label is pending until it is \
            scanned.

            Examples:
              outguide label replace BX0000000014
              outguide label print $(outguide label replace FD0000000018 --quiet)
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("A barcode of the item."), valueName: Message("barcode", context: "value")))
    var barcode: BarcodeArgument

    @Option(
        name: .customLong("barcode"),
        help: ArgumentHelp(
            Message("The number on the new label; by default one is minted."),
            valueName: Message("new", context: "value")
        )
    )
    var new: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let labelling = LabellingRequest(barcode: new?.text, role: "primary")
        let entity = try await daemon.ask(API.Changes.label, at: barcode.text, labelling)
        try await output.show(LabelledEntity(entity: entity, barcode: entity.barcode))
        let isChanged = entity.entry != nil
        await output.remark(
            isChanged
                ? Message("\(barcode.text, "alias") stays an alias of it")
                : Message("nothing to change: that is its barcode already")
        )
    }
}

struct AddAliasCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Changes.label.outline] }
    static let configuration = CommandConfiguration(
        commandName: "alias",
        abstract: Message("Add another barcode to an item."),
        discussion: Message(
            """
            Use it for numbers that boxes and folders already bear. The item keeps its own barcode. With --quiet, \
            prints the alias.

            Example:
              outguide label alias BX0000000014 ACC-2026-0117
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("A barcode of the item."), valueName: Message("barcode", context: "value")))
    var barcode: BarcodeArgument
    @Argument(help: ArgumentHelp(Message("The additional barcode."), valueName: Message("new", context: "value")))
    var alias: BarcodeArgument
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let entity = try await daemon.ask(
            API.Changes.label,
            at: barcode.text,
            LabellingRequest(barcode: alias.text, role: "alias")
        )
        try await output.show(LabelledEntity(entity: entity, barcode: alias.text))
        await output.remark(remark(on: entity))
    }

    private func remark(on entity: EntityResource) -> Message {
        let isPrimary = alias.text == entity.barcode
        guard entity.entry == nil else {
            return isPrimary
                ? Message("\(alias.text, "alias") is the barcode of \(entity.barcode, "item")")
                : Message("\(alias.text, "alias") is an alias of \(entity.barcode, "item")")
        }
        return isPrimary
            ? Message("nothing to change: \(alias.text, "alias") is the barcode of it already")
            : Message("nothing to change: \(alias.text, "alias") is an alias of it already")
    }
}

/// An entity that was just assigned a barcode, which is all that is shown.
struct LabelledEntity: Presentable {
    let entity: EntityResource
    /// The assigned barcode.
    let barcode: String

    var document: EntityResource { entity }
    var lines: [StyledText] { [StyledText(barcode)] }
    var identifiers: [String] { [barcode] }
}

struct ListPendingLabelsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<PendingLabelResource>> { API.Labels.pending }
    static let configuration = CommandConfiguration(
        commandName: "pending",
        abstract: Message("List labels that were printed but never scanned, oldest first."),
        discussion: Message(
            """
            A label counts as applied when its barcode is first scanned. Labels that stay on this list were not \
            applied or never came out. With --quiet, prints barcodes only.

            Example:
              outguide label pending --limit 20
            """
        )
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, oldest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("every printed label was scanned") }
}

extension PendingLabelResource: TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("kind", context: "heading"),
            Message("printed", context: "heading"), Message("age", context: "heading"),
            Message("title", context: "heading"),
        ]
    }

    package var cells: [any Cell] { [barcode, Term.kind(kind), Moment.of(printedAt), shownAge, title] }

    package var identifier: String { barcode }

    /// The age in the largest unit of which there is at least one.
    private var shownAge: Message {
        switch age {
        case ..<60: Message("\(age, "seconds") s")
        case ..<3_600: Message("\(age / 60, "minutes") min")
        case ..<86_400: Message("\(age / 3_600, "hours") h")
        default: Message("\(age / 86_400, "days") d")
        }
    }
}

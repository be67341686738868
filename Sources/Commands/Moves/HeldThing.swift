import Terminal
import Wire

/// A hold in force, as a row.
struct HeldThing: TableRow {
    static var columns: [String] { ["entry", "barcode", "order", "since", "by", "reason"] }

    let entry: EntryResource

    var document: EntryResource { entry }

    var cells: [StyledText] {
        [
            StyledText(String(entry.entry)), StyledText(entry.barcode ?? ""), StyledText(entry.order ?? ""),
            StyledText(Moment.of(entry.occurredAt)), StyledText(entry.principal), StyledText(entry.reason ?? ""),
        ]
    }

    var identifier: String { String(entry.entry) }
}

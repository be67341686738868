import Wire

extension ContentsResource: TableRow {
    static var columns: [String] { ["barcode", "kind", "title", "since", "seen"] }

    var cells: [StyledText] {
        [
            StyledText(barcode),
            StyledText(kind),
            StyledText(title ?? ""),
            StyledText(since.map(Moment.of) ?? ""),
            StyledText(entry == nil ? "" : seen),
        ]
    }

    var identifier: String { barcode }
}

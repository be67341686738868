import Wire

extension ContentsResource: TableRow {
    static var columns: [String] { ["barcode", "kind", "title", "since", "seen", "itself seen"] }

    var cells: [StyledText] {
        [
            StyledText(barcode),
            StyledText(kind),
            StyledText(title ?? ""),
            StyledText(since.map(Moment.of) ?? ""),
            StyledText(entry == nil ? "" : seen),
            StyledText(seen == "implied" ? lastSeen.map(Moment.of) ?? "" : ""),
        ]
    }

    var identifier: String { barcode }
}

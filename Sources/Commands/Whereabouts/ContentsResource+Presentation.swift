package import Terminal
package import Wire

extension ContentsResource: TableRow {
    package static var columns: [String] { ["barcode", "kind", "title", "since", "seen", "itself seen"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode),
            StyledText(kind),
            StyledText(title ?? ""),
            StyledText(since.map(Moment.of) ?? ""),
            StyledText(entry == nil ? "" : seen),
            StyledText(seen == "implied" ? lastSeen.map(Moment.of) ?? "" : ""),
        ]
    }

    package var identifier: String { barcode }
}

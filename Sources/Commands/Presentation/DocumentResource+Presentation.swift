import Wire

extension DocumentResource: TableRow {
    static var columns: [String] { ["number", "barcode", "pages", "type", "filed", "scanned by", "device"] }

    var cells: [StyledText] {
        [
            StyledText(String(entry)), StyledText(barcode), StyledText(pageRange), StyledText(mediaType),
            StyledText(Moment.of(filedAt)), StyledText(principal), StyledText(device ?? ""),
        ]
    }

    var identifier: String { String(entry) }

    /// `12`, or `12 (of the file from 3 on)` when there is more in the file.
    var pageRange: String { firstPage == 1 ? String(pages) : "\(pages) (from page \(firstPage) on)" }
}

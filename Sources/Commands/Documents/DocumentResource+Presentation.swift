package import Terminal
package import Wire

extension DocumentResource: TableRow {
    package static var columns: [String] { ["number", "barcode", "pages", "type", "filed", "scanned by", "device"] }

    package var cells: [StyledText] {
        [
            StyledText(String(entry)), StyledText(barcode), StyledText(pageRange), StyledText(mediaType),
            StyledText(Moment.of(filedAt)), StyledText(principal), StyledText(device ?? ""),
        ]
    }

    package var identifier: String { String(entry) }

    /// `12`, or `12 (from page 3 on)` if earlier pages of the file belong elsewhere.
    var pageRange: String { firstPage == 1 ? String(pages) : "\(pages) (from page \(firstPage) on)" }

    /// `1 page`, or `12 pages (from page 3 on)`.
    var pagesPhrase: String {
        "\(pages) \(pages == 1 ? "page" : "pages")" + (firstPage == 1 ? "" : " (from page \(firstPage) on)")
    }
}

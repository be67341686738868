package import Terminal
package import Wire

extension SearchHitResource: TableRow {
    package static var columns: [String] { ["barcode", "title", "found in", "text"] }

    package var cells: [StyledText] {
        [StyledText(barcode), StyledText(title ?? ""), StyledText(place), StyledText(snippet)]
    }

    package var identifier: String { barcode }

    /// `barcode`, `title`, or `document 12, page 3`.
    private var place: String {
        guard let entry, let page else { return foundIn }
        return "document \(entry), page \(page)"
    }
}

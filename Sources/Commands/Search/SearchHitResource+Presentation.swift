import Wire

extension SearchHitResource: TableRow {
    static var columns: [String] { ["barcode", "title", "found in", "text"] }

    var cells: [StyledText] {
        [StyledText(barcode), StyledText(title ?? ""), StyledText(place), StyledText(snippet)]
    }

    var identifier: String { barcode }

    /// `barcode`, `title`, or `document 12, page 3`.
    private var place: String {
        guard let entry, let page else { return foundIn }
        return "document \(entry), page \(page)"
    }
}

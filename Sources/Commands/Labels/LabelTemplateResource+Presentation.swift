package import Terminal
package import Wire

extension LabelTemplateResource: TableRow {
    package static var columns: [String] { ["name", "label", "on a page", "page", ""] }

    package var cells: [StyledText] {
        guard let width, let height, let labelsPerPage, let pageWidth, let pageHeight else {
            return [StyledText(name), StyledText(""), StyledText(""), StyledText(""), StyledText(problem ?? "", .bad)]
        }
        return [
            StyledText(name), Self.size(width, height), StyledText(String(labelsPerPage)),
            Self.size(pageWidth, pageHeight), StyledText(""),
        ]
    }

    package var identifier: String { name }

    private static func size(_ width: Double, _ height: Double) -> StyledText {
        StyledText("\(width) × \(height) mm")
    }
}

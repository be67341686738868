package import Terminal
package import Wire

extension TransitResource: TableRow {
    package static var columns: [String] { ["barcode", "kind", "title", "from", "to", "since"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(title ?? ""), StyledText(from ?? ""),
            StyledText(to ?? ""), StyledText(Moment.of(since), late ? .bad : .plain),
        ]
    }

    package var identifier: String { barcode }
}

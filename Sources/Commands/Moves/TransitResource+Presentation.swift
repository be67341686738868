import Wire

extension TransitResource: TableRow {
    static var columns: [String] { ["barcode", "kind", "title", "from", "to", "since"] }

    var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(title ?? ""), StyledText(from ?? ""),
            StyledText(to ?? ""), StyledText(Moment.of(since), late ? .bad : .plain),
        ]
    }

    var identifier: String { barcode }
}

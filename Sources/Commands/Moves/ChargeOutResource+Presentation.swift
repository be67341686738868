import Wire

extension ChargeOutResource: TableRow {
    static var columns: [String] { ["barcode", "kind", "title", "with", "since", "due"] }

    var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(title ?? ""),
            StyledText(custodianName + (custodian.map { " (\($0))" } ?? "")), StyledText(Moment.of(since)),
            StyledText(due.map(Moment.of) ?? "", overdue ? .bad : .plain),
        ]
    }

    var identifier: String { barcode }
}

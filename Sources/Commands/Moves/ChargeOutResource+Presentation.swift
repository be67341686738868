package import Terminal
package import Wire

extension ChargeOutResource: TableRow {
    package static var columns: [String] { ["barcode", "kind", "title", "with", "since", "due"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(title ?? ""),
            StyledText(custodianName + (custodian.map { " (\($0))" } ?? "")), StyledText(Moment.of(since)),
            StyledText(due.map(Moment.of) ?? "", overdue ? .bad : .plain),
        ]
    }

    package var identifier: String { barcode }
}

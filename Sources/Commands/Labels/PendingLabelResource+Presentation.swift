package import Terminal
package import Wire

extension PendingLabelResource: TableRow {
    package static var columns: [String] { ["barcode", "kind", "printed", "age", "title"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(Moment.of(printedAt)), StyledText(shownAge),
            StyledText(title ?? ""),
        ]
    }

    package var identifier: String { barcode }

    /// The age in the largest unit of which there is at least one.
    private var shownAge: String {
        for (unit, seconds) in [("d", 86_400), ("h", 3_600), ("min", 60)] where age >= seconds {
            return "\(age / seconds) \(unit)"
        }
        return "\(age) s"
    }
}

package import Terminal
package import Wire

extension OrderResource: TableRow {
    package static var columns: [String] { ["entry", "order", "what", "barcode", "thing", "since", "by", "reason"] }

    package var cells: [StyledText] {
        [
            StyledText(String(entry)),
            order.map { StyledText($0) } ?? StyledText("none recorded", .faint),
            StyledText(participle),
            StyledText(barcode),
            StyledText(thing + (title.map { " (\($0))" } ?? "")),
            StyledText(Moment.of(since)),
            StyledText(by),
            StyledText(reason ?? ""),
        ]
    }

    package var identifier: String { barcode }

    /// "sealed", "restricted" or "held".
    var participle: String {
        switch kind {
        case "seal": "sealed"
        case "restriction": "restricted"
        case "hold": "held"
        default: kind
        }
    }

    /// Returns "by order 26-CR-7, since …, by uid:0, entry 12: juvenile matter", with the container if the order was
    /// placed on it.
    func sentence(about shown: String) -> StyledText {
        let authority = order.map { "by order \($0)" } ?? (kind == "restriction" ? "" : "no order recorded")
        let words = [
            authority, barcode == shown ? "" : "with \(thing) \(barcode)", "since \(Moment.of(since))", "by \(by)",
            "entry \(entry)",
        ]
        let text = words.filter { !$0.isEmpty }.joined(separator: ", ") + (reason.map { ": \($0)" } ?? "")
        return StyledText(text, .warning)
    }
}

package import Terminal
package import Wire

extension EntryResource: TableRow {
    package static var columns: [String] { ["entry", "when", "what", "from", "to", "by", "station", "reason"] }

    package var cells: [StyledText] {
        [
            StyledText(String(entry)),
            StyledText(Moment.of(occurredAt)),
            what,
            StyledText(from?.words ?? ""),
            StyledText(to?.words ?? ""),
            StyledText(principal),
            StyledText(station ?? ""),
            why,
        ]
    }

    package var identifier: String { String(entry) }

    /// The order, the reason and the note, if any.
    var why: StyledText {
        StyledText([order.map { "order \($0)" }, reason, note].compactMap(\.self).joined(separator: ": "))
    }

    /// The kind, with marks such as implied, back-dated or voided.
    private var what: StyledText {
        var marks: [String] = []
        if seen == "implied" { marks.append("implied") }
        if backDated { marks.append("back-dated") }
        if let voidedBy { marks.append("voided by \(voidedBy)") }
        let text = marks.isEmpty ? kind : "\(kind) (\(marks.joined(separator: ", ")))"
        return StyledText(text, voidedBy == nil ? .plain : .faint)
    }
}

import Wire

extension EntryResource: TableRow {
    static var columns: [String] { ["entry", "when", "what", "from", "to", "by", "station", "reason"] }

    var cells: [StyledText] {
        [
            StyledText(String(entry)),
            StyledText(Moment.of(occurredAt)),
            StyledText(seen == "implied" ? "\(kind) (implied)" : kind),
            StyledText(from?.words ?? ""),
            StyledText(to?.words ?? ""),
            StyledText(principal),
            StyledText(station ?? ""),
            StyledText(reason ?? ""),
        ]
    }

    var identifier: String { String(entry) }
}

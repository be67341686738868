import Wire

extension WhereaboutsResource: Presentable {
    var lines: [StyledText] {
        let headline = StyledText(barcode, .strong) + StyledText(" \(kind)" + (title.map { " (\($0))" } ?? ""))
        var pairs: [(name: String, text: StyledText)] = [
            (placement.verb, StyledText(placement.words, placement.kind == "unknown" ? .warning : .strong)),
            ("since", StyledText("\(Moment.of(since)) (seen \(seen), entry \(entry))")),
        ]
        if let home { pairs.append(("home", StyledText(home))) }
        return [headline] + NamedLines.of(pairs, indent: "  ")
    }

    /// The barcode of the place, when it is at one.
    var identifiers: [String] { placement.barcode.map { [$0] } ?? [] }
}

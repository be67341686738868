package import Terminal
package import Wire

extension WhereaboutsResource: Presentable {
    package var lines: [StyledText] { lines(at: nil) }

    /// The barcode of the place, if any.
    package var identifiers: [String] { placement.barcode.map { [$0] } ?? [] }

    /// Returns the lines for the present, or for a time in the past.
    func lines(at moment: String?) -> [StyledText] {
        let headline = StyledText(barcode, .strong) + StyledText(" \(kind)" + (title.map { " (\($0))" } ?? ""))
        let verb = moment == nil ? placement.verb : placement.pastVerb
        var pairs: [(name: String, text: StyledText)] = [
            (verb, StyledText(placement.words, placement.kind == "unknown" ? .warning : .strong)),
            ("since", StyledText("\(Moment.of(since)) (seen \(seen), entry \(entry))")),
        ]
        if let moment { pairs.insert(("at", StyledText(Moment.of(moment))), at: 0) }
        if seen == "implied", moment == nil {
            pairs.append(("last seen", StyledText("\(Moment.of(lastSeen)), itself")))
        }
        if let due { pairs.append(("due", StyledText(Moment.of(due)))) }
        if let home { pairs.append(("home", StyledText(home))) }
        return [headline] + NamedLines.of(pairs, indent: "  ")
    }
}

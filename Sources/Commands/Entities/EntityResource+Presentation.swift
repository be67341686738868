package import Terminal
package import Wire

extension EntityResource: Presentable, TableRow {
    package static var columns: [String] { ["barcode", "kind", "title", "home", "within"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(kind), StyledText(title ?? ""), StyledText(home ?? ""),
            StyledText(parent ?? ""),
        ]
    }

    package var identifier: String { barcode }
    package var identifiers: [String] { [barcode] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [("sort", StyledText(type))]
        if kind != type { pairs.append(("kind", StyledText(kind))) }
        if let home { pairs.append(("home", StyledText(home))) }
        if let parent { pairs.append(("within", StyledText(parent))) }
        if let conditions { pairs += conditions.pairs }
        for order in orders ?? [] { pairs.append((order.participle, order.sentence(about: barcode))) }
        return [headline] + NamedLines.of(pairs, indent: "  ")
    }

    /// `BX0000000014 box (Smith v. Jones)`.
    var headline: StyledText {
        StyledText(barcode, .strong) + StyledText(" \(kind)" + (title.map { " (\($0))" } ?? ""))
    }
}

extension LabelText {
    /// More than any box can show in its smallest type; bounds the time that shaping takes.
    private static let mostScalars = 600

    /// `words` as one paragraph without control characters and orders of direction; what is very long is cut where
    /// `ellipsis` says.
    ///
    /// Behind a space, those at the beginning are left out.
    static func printable(_ words: String, ellipsis: Ellipsis = .end, isAfterSpace: Bool = true) -> String {
        // Most are plain, and then there is nothing to do.
        if words.utf8.count < mostScalars, words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
        var scalars = String.UnicodeScalarView()
        var isAfterSpace = isAfterSpace
        for scalar in bounded(words.unicodeScalars, ellipsis) {
            // Most need no look into Unicode's tables.
            if (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FA5).contains(scalar.value) {
                scalars.append(scalar)
                isAfterSpace = false
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                guard !isAfterSpace else { continue }
                scalars.append(" ")
                isAfterSpace = true
            case .format where isOrder(scalar): continue
            default:
                scalars.append(scalar)
                isAfterSpace = false
            }
        }
        return String(scalars)
    }

    /// As many of `scalars` as are looked at, with an ellipsis for the others.
    private static func bounded(
        _ scalars: String.UnicodeScalarView,
        _ ellipsis: Ellipsis
    ) -> String.UnicodeScalarView {
        guard scalars.count > mostScalars else { return scalars }
        let first: Int
        switch ellipsis {
        case .end: first = mostScalars
        case .middle: first = mostScalars / 2
        case .start, .levels: first = 0
        }
        var bounded = String.UnicodeScalarView(scalars.prefix(first))
        bounded.append("…")
        bounded.append(contentsOf: scalars.suffix(mostScalars - first))
        return bounded
    }

    /// Whether it turns round the order of what follows, beyond what the letters themselves ask for.
    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

extension LabelText {
    /// More characters than any box can show in its smallest size; limits the time for shaping.
    private static let mostScalars = 600

    /// Returns `words` as one paragraph without control characters and direction overrides, with very long text cut
    /// according to `ellipsis`.
    ///
    /// If the text follows a space, leading spaces are omitted.
    public static func printable(_ words: String, ellipsis: Ellipsis = .end, isAfterSpace: Bool = true) -> String {
        // Most texts are plain ASCII and need no changes.
        if words.utf8.count < mostScalars, words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
        var scalars = String.UnicodeScalarView()
        var isAfterSpace = isAfterSpace
        for scalar in bounded(words.unicodeScalars, ellipsis) {
            // Most characters need no lookup in Unicode's tables.
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

    /// Returns the scalars to process, with an ellipsis for the omitted ones.
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

    /// Whether the character overrides the direction of the text that follows.
    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

extension LabelText {
    /// More than any box can show in its smallest type; bounds the time that shaping takes.
    private static let mostScalars = 600

    /// `words` as one paragraph without control characters, cut with an ellipsis when very long.
    static func printable(_ words: String) -> String {
        // Most are plain, and then there is nothing to do.
        if words.utf8.count < mostScalars, words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
        var scalars = String.UnicodeScalarView()
        var isAfterSpace = true
        for scalar in words.unicodeScalars {
            guard scalars.count < mostScalars else {
                scalars.append("…")
                break
            }
            // Most need no look into Unicode's tables.
            if (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FA5).contains(scalar.value) {
                scalars.append(scalar)
                isAfterSpace = false
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if !isAfterSpace { scalars.append(" ") }
                isAfterSpace = true
            case .surrogate, .privateUse, .unassigned:
                scalars.append("\u{FFFD}")
                isAfterSpace = false
            default:
                scalars.append(scalar)
                isAfterSpace = false
            }
        }
        return String(scalars)
    }
}

extension LabelText {
    /// More than any box can show in its smallest type; bounds the time that shaping takes.
    private static let mostScalars = 600

    /// `words` as one paragraph without control characters and orders of direction, cut with an ellipsis when very long.
    static func printable(_ words: String) -> String {
        // Most are plain, and then there is nothing to do.
        if words.utf8.count < mostScalars, words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
        var scalars = String.UnicodeScalarView()
        var count = 0
        var isAfterSpace = true
        for scalar in words.unicodeScalars {
            guard count < mostScalars else {
                scalars.append("…")
                break
            }
            // Most need no look into Unicode's tables.
            if (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FA5).contains(scalar.value) {
                scalars.append(scalar)
                count += 1
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
            count += 1
        }
        return String(scalars)
    }

    /// Whether it turns round the order of what follows, beyond what the letters themselves ask for.
    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

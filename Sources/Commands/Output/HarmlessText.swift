/// Text from outside, made safe to show.
enum HarmlessText {
    /// `text` with U+FFFD for whatever could move the cursor, end the line or turn the reading direction.
    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var harmless = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { harmless.append(isHarmless(scalar) ? scalar : "\u{FFFD}") }
        return String(harmless)
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        // The joiners of Persian, Hindi and emoji are of this category, and so are the bidirectional overrides.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
    }
}

/// Makes untrusted text safe to display.
package enum HarmlessText {
    /// Returns `text` with U+FFFD for characters that could move the cursor, end the line or change the reading
    /// direction.
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var harmless = String.UnicodeScalarView()
        let isolates = isolates(text)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            harmless.append(isHarmless(scalar) || isolates.contains(index) ? scalar : "\u{FFFD}")
        }
        return String(harmless)
    }

    /// Returns the positions of FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE in pairs, which messages written from
    /// right to left put around what they insert; a pair changes the direction of nothing outside it.
    private static func isolates(_ text: String) -> Set<Int> {
        var (open, pairs): ([Int], Set<Int>) = ([], [])
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if scalar == "\u{2068}" { open.append(index) }
            if scalar == "\u{2069}", let first = open.popLast() { pairs.formUnion([first, index]) }
        }
        return pairs
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        // The joiners of Persian, Hindi and emoji have this category, and so do the bidirectional overrides.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
    }
}

/// Comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
package enum CSVText {
    /// Returns one line with its end.
    package static func line(_ values: [String]) -> String { values.map(value).joined(separator: ",") + "\r\n" }

    /// Returns a value.
    ///
    /// One that a spreadsheet would treat as a formula gets an apostrophe before it, so that it is shown as text
    /// (owasp.org/www-community/attacks/CSV_Injection); characters that break lines or change the direction are
    /// replaced.
    private static func value(_ text: String) -> String {
        var harmless = HarmlessText.of(text)
        // A spreadsheet ignores leading spaces.
        if let first = harmless.first(where: { !$0.isWhitespace }), "=+-@\u{FFFD}＝＋－＠".contains(first) {
            harmless = "'" + harmless
        }
        let isPlain = !harmless.contains { ",\"'\r\n".contains($0) || $0.isWhitespace }
        return isPlain ? harmless : "\"\(harmless.replacing("\"", with: "\"\""))\""
    }
}

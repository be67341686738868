/// Comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
enum CSVText {
    /// Returns one line with its end.
    static func line(_ values: [String]) -> String { values.map(value).joined(separator: ",") + "\r\n" }

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

/// Comma-separated values (RFC 4180) that do nothing when a spreadsheet opens them.
enum CSVText {
    /// One line with its end.
    static func line(_ values: [String]) -> String { values.map(value).joined(separator: ",") + "\r\n" }

    /// A value that a spreadsheet would take for a formula gets an apostrophe before it, which shows it as it is
    /// (owasp.org/www-community/attacks/CSV_Injection); what could break a line or turn its direction is replaced.
    private static func value(_ text: String) -> String {
        var harmless = HarmlessText.of(text)
        // Spaces before it do not keep a spreadsheet from it.
        if let first = harmless.first(where: { !$0.isWhitespace }), "=+-@\u{FFFD}＝＋－＠".contains(first) {
            harmless = "'" + harmless
        }
        let isPlain = !harmless.contains { ",\"'\r\n".contains($0) || $0.isWhitespace }
        return isPlain ? harmless : "\"\(harmless.replacing("\"", with: "\"\""))\""
    }
}

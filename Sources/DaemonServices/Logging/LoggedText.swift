/// Escapes text from outside for log messages: names of devices and files, and messages of libraries.
enum LoggedText {
    /// Returns `text` with escapes such as `\u{1B}` for characters that end a line, control a terminal or change
    /// direction.
    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            if isHarmless(scalar) {
                line.unicodeScalars.append(scalar)
            } else {
                line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

extension AIMIdentifier {
    /// Whether the symbol has one row of bars, so that it holds one line of text as a rule.
    ///
    /// Code 128, Code 39 and Code 93 can hold control characters all the same: ``excludesControlCharacters``.
    public var isLinear: Bool {
        code == "e" ? modifier == "0" : Self.linear.contains(code)
    }

    /// Whether no symbol of this kind can hold a control character, such as a suffix of the scanner.
    ///
    /// These symbologies encode digits, or digits with capital letters and a few signs (ISO/IEC 15420, 16388, 16390 and
    /// 24724). Code 39 can hold control characters only where the scanner converts it to full ASCII, which adds 4 to the
    /// modifier (ISO/IEC 15424:2008, annex A), and the characters of GS1-128 are those of ISO/IEC 646 that print.
    public var excludesControlCharacters: Bool {
        switch code {
        case "E", "F", "H", "I", "M", "N", "P", "R", "S", "c": true
        case "A": modifier == "0" || modifier == "1" || modifier == "3"
        case "C": modifier == "1"
        case "e": modifier == "0"
        default: false
        }
    }

    private static let linear: Set<Character> = [
        "A", "B", "C", "E", "F", "G", "H", "I", "M", "N", "P", "R", "S", "c",
    ]
}

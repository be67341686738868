extension AIMIdentifier {
    /// Whether the symbol has one row of bars, and therefore usually contains one line of text.
    ///
    /// Code 128, Code 39 and Code 93 can nevertheless contain control characters: see ``excludesControlCharacters``.
    public var isLinear: Bool { code == "e" ? modifier == "0" : Self.linear.contains(code) }

    /// Whether no symbol of this kind can contain a control character, such as the scanner's suffix.
    ///
    /// These symbologies encode digits, or digits with capital letters and a few signs (ISO/IEC 15420, 16388, 16390 and
    /// 24724). Code 39 can contain control characters only if the scanner converts it to full ASCII, which adds 4 to
    /// the modifier (ISO/IEC 15424:2008, annex A), and the characters of GS1-128 are the printable ones of ISO/IEC 646.
    public var excludesControlCharacters: Bool {
        switch code {
        case "E", "F", "H", "I", "M", "N", "P", "R", "S", "c": true
        case "A": modifier == "0" || modifier == "1" || modifier == "3"
        case "C": modifier == "1"
        case "e": modifier == "0"
        default: false
        }
    }

    private static let linear: Set<Character> = ["A", "B", "C", "E", "F", "G", "H", "I", "M", "N", "P", "R", "S", "c"]
}

/// The three characters `]cm` with which a scanner says what symbol it read (ISO/IEC 15424).
public struct AIMIdentifier: Sendable, Hashable, CustomStringConvertible {
    /// The letter that names the symbology, `C` for Code 128.
    public let code: Character
    /// What the scanner did with the data, such as `1` for a leading FNC1.
    public let modifier: Character

    /// An identifier, or nil when the two are not an ASCII letter and an ASCII letter or digit.
    public init?(code: Character, modifier: Character) {
        guard code.isASCII, code.isLetter, modifier.isASCII, modifier.isLetter || modifier.isNumber else { return nil }
        self.code = code
        self.modifier = modifier
    }

    /// Splits a leading identifier off `text`; nil when there is none.
    public static func split(_ text: String) -> (identifier: AIMIdentifier, rest: String)? {
        guard text.first == "]" else { return nil }
        let head = Array(text.prefix(3))
        guard head.count == 3, let identifier = AIMIdentifier(code: head[1], modifier: head[2]) else { return nil }
        return (identifier, String(text.dropFirst(3)))
    }

    /// The symbology that the letter names; nil for letters that stand for several or for none we know.
    public var symbology: Symbology? {
        switch code {
        case "A": .code39
        case "C": .code128
        case "d": .dataMatrix
        case "E": modifier == "4" ? .ean8 : .ean13
        case "F": .codabar
        case "G": .code93
        case "I": .interleaved2of5
        case "L": .pdf417
        case "Q": .qr
        case "z": .aztec
        case "e": .dataBar
        default: nil
        }
    }

    public var description: String { "]\(code)\(modifier)" }
}

/// The three characters `]cm` with which a scanner reports the symbology of a reading (ISO/IEC 15424).
public struct AIMIdentifier: Sendable, Hashable, CustomStringConvertible {
    /// The letter that names the symbology, `C` for Code 128.
    public let code: Character
    /// How the scanner processed the data, such as `1` for a leading FNC1.
    public let modifier: Character

    /// Creates an identifier; nil unless the two are an ASCII letter and an ASCII letter or digit.
    public init?(code: Character, modifier: Character) {
        guard code.isASCII, code.isLetter, modifier.isASCII, modifier.isLetter || modifier.isNumber else { return nil }
        self.code = code
        self.modifier = modifier
    }

    /// Splits a leading identifier off `text`; returns nil if there is none.
    public static func split(_ text: String) -> (identifier: AIMIdentifier, rest: String)? {
        guard text.first == "]" else { return nil }
        let head = Array(text.prefix(3))
        guard head.count == 3, let identifier = AIMIdentifier(code: head[1], modifier: head[2]) else { return nil }
        return (identifier, String(text.dropFirst(3)))
    }

    /// The symbology that the letter names; if the letter is not assigned, one with its own name, such as `]y`.
    public var symbology: Symbology {
        if code == "E", modifier == "4" { return .ean8 }
        return Self.assigned[code] ?? Symbology(rawValue: "]\(code)")
    }

    public var description: String { "]\(code)\(modifier)" }

    /// The assigned code characters: those of ISO/IEC 15424:2008, section 5.2, and those that AIM assigned later (`g`,
    /// `h`, `J`).
    private static let assigned: [Character: Symbology] = [
        "A": .code39, "B": named("telepen"), "C": .code128, "D": named("code-one"), "E": .ean13, "F": .codabar,
        "G": .code93,
        "H": named("code11"), "I": .interleaved2of5, "J": named("dotcode"), "K": named("code16k"), "L": .pdf417,
        "M": named("msi"), "N": named("anker"), "O": named("codablock"), "P": named("plessey"), "Q": .qr,
        "R": named("iata2of5"), "S": named("industrial2of5"), "T": named("code49"), "U": named("maxicode"),
        "X": named("other"), "Y": named("extension"), "Z": named("no-barcode"), "c": named("channel-code"),
        "d": .dataMatrix, "e": .dataBar, "g": named("grid-matrix"), "h": named("han-xin"), "o": named("ocr"),
        "p": named("posicode"), "s": named("supercode"), "z": .aztec,
    ]

    private static func named(_ name: String) -> Symbology { Symbology(rawValue: name) }
}

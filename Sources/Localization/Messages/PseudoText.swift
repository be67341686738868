/// Makes texts of the pseudo-locale `xx` of English ones.
///
/// They show what a layout must survive: letters with accents, texts that are longer by two fifths, and marks of
/// right-to-left writing. Placeholders stay as they are.
public enum PseudoText {
    /// Returns the pseudo-translation of an English text, which may have placeholders.
    public static func text(of english: String) -> String {
        guard let pattern = MessagePattern(english) else { return wrapped(accented(english), filling: english) }
        return self.pattern(of: pattern).pieces.map { piece in
            switch piece {
            case .text(let text):
                String(text.flatMap { $0 == "{" ? "{{" : $0 == "}" ? "}}" : String($0) })
            case .argument(let name): "{\(name)}"
            }
        }.joined()
    }

    static func pattern(of english: MessagePattern) -> MessagePattern {
        let pieces = english.pieces.map { piece in
            if case .text(let text) = piece { MessagePattern.Piece.text(accented(text)) } else { piece }
        }
        let literal = english.pieces.map { piece in if case .text(let text) = piece { text } else { "" } }.joined()
        let ends = filler(for: literal)
        return MessagePattern(pieces: [.text(mark)] + pieces + [.text(ends + mark)])
    }

    /// RIGHT-TO-LEFT MARK.
    private static let mark = "\u{200f}"

    private static let accents: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "aceginosuyzACEGINOSUYZdlrtDLRTbhkmpvwxBHKMPVWX",
            "áçéğîñöšüýžÁÇÉĞÎÑÖŠÜÝŽđłřťĐŁŘŤḃĥķṁṗṽŵẋḂĤĶṀṖṼŴẊ"
        )
    )

    private static func accented(_ text: String) -> String { String(text.map { accents[$0] ?? $0 }) }

    /// Two fifths of the length of a text, in words.
    private static func filler(for text: String) -> String {
        let count = (text.count * 2 + 4) / 5
        return String((0..<count).map { $0 % 8 == 0 ? " " : $0 % 2 == 0 ? "ẽ" : "ł" })
    }

    private static func wrapped(_ text: String, filling english: String) -> String {
        mark + text + filler(for: english) + mark
    }
}

extension MessagePattern {
    init(pieces: [Piece]) { self.pieces = pieces }
}

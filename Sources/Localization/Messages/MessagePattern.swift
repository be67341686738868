/// A text with named placeholders: `{barcode} is at {place}`; `{{` and `}}` stand for braces.
///
/// Names, rather than positions such as `%1$@`, show a translator what is inserted, may be used in any order, and are
/// checked by `msgfmt --check` as gettext's `python-brace-format`.
struct MessagePattern: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case text(String)
        /// A placeholder with this name.
        case argument(String)
    }

    /// The maximum number of placeholders.
    static let mostArguments = 32

    let pieces: [Piece]

    /// The names of the placeholders.
    var names: Set<String> {
        Set(pieces.compactMap { piece in if case .argument(let name) = piece { name } else { nil } })
    }

    /// Parses a text; nil if a brace stands alone or if there are too many placeholders.
    ///
    /// A name is 1 to 32 letters, digits and `_`, a letter first.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        var (pieces, literal, index, count): ([Piece], [UInt8], Int, Int) = ([], [], 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Self.open || byte == Self.close else {
                literal.append(byte)
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == byte {
                literal.append(byte)
                index += 2
                continue
            }
            guard byte == Self.open, let end = bytes[index...].prefix(34).firstIndex(of: Self.close),
                let name = Self.name(bytes[(index + 1)..<end]), count < Self.mostArguments
            else { return nil }
            if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
            literal = []
            pieces.append(.argument(name))
            count += 1
            index = end + 1
        }
        if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
        self.pieces = pieces
    }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")

    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first, LanguageTag.isLetter(first),
            bytes.allSatisfy({ LanguageTag.isLetter($0) || LanguageTag.isDigit($0) || $0 == UInt8(ascii: "_") })
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A line for people, which may still contain control characters.
struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
    struct Part: Sendable, Hashable {
        var text: String
        let style: TextStyle
    }

    private(set) var parts: [Part]

    init(_ text: String, _ style: TextStyle = .plain) { parts = [Part(text: text, style: style)] }

    init(stringLiteral text: String) { self.init(text) }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    /// The text with control characters replaced.
    var harmless: StyledText {
        var copy = self
        for index in copy.parts.indices { copy.parts[index].text = HarmlessText.of(parts[index].text) }
        return copy
    }

    /// The width in columns.
    var width: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    func padded(to width: Int) -> StyledText {
        let missing = width - self.width
        return missing > 0 ? self + StyledText(String(repeating: " ", count: missing)) : self
    }

    /// Returns the text to write, with escape sequences if `coloured`.
    func rendered(coloured: Bool) -> String {
        var line = ""
        for part in parts {
            guard coloured, let sequence = part.style.sequence, !part.text.isEmpty else {
                line += part.text
                continue
            }
            line += sequence + part.text + "\u{1B}[0m"
        }
        return line
    }
}

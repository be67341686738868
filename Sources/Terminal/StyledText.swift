package import Localization

/// A line for people, which may still contain control characters.
package struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
    package struct Part: Sendable, Hashable {
        package var text: String
        package let style: TextStyle
    }

    package private(set) var parts: [Part]

    package init(_ text: String, _ style: TextStyle = .plain) { parts = [Part(text: text, style: style)] }

    package init(stringLiteral text: String) { self.init(text) }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    /// The text with control characters replaced.
    package var harmless: StyledText {
        var copy = self
        for index in copy.parts.indices { copy.parts[index].text = HarmlessText.of(parts[index].text) }
        return copy
    }

    /// The width in columns.
    package var width: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    package func padded(to width: Int) -> StyledText {
        let missing = width - self.width
        return missing > 0 ? self + StyledText(String(repeating: " ", count: missing)) : self
    }

    /// Returns the text to write, with escape sequences if `coloured`.
    package func rendered(coloured: Bool) -> String {
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

/// The style of text on a terminal.
package enum TextStyle: Sendable, Hashable, CaseIterable {
    case plain
    case strong
    case faint
    case good
    case warning
    case bad
    /// White on black, whatever the terminal's colours.
    case paper
    /// Highlighted in the terminal's own colours.
    case bar
    case goodBar
    case warningBar
    case badBar

    /// The escape sequence that begins the style (ECMA-48, SGR); nil for plain text.
    package var sequence: String? {
        switch self {
        case .plain: nil
        case .strong: "\u{1B}[1m"
        case .faint: "\u{1B}[2m"
        case .good: "\u{1B}[32m"
        case .warning: "\u{1B}[33m"
        case .bad: "\u{1B}[1;31m"
        case .paper: "\u{1B}[97;40m"
        case .bar: "\u{1B}[7m"
        case .goodBar: "\u{1B}[30;42m"
        case .warningBar: "\u{1B}[30;43m"
        case .badBar: "\u{1B}[1;37;41m"
        }
    }

    /// The style without colour, for screens with colours disabled: bars remain bars.
    package var colourless: TextStyle {
        switch self {
        case .bar, .goodBar, .warningBar, .badBar: .bar
        case .strong, .bad, .warning: .strong
        case .plain, .faint, .good, .paper: .plain
        }
    }
}

/// Lines with names in a column before them.
package enum NamedLines {
    package typealias Pair = (name: Message, value: any Cell)

    /// Returns a line for each value; none for nothing.
    package static func of(_ pairs: [Pair], indent: String = "") -> [StyledText] {
        let lines = pairs.filter { !$0.value.isNothing }.map { (name: StyledText($0.name, .faint), value: $0.value) }
        let width = (lines.map(\.name.width).max() ?? 0) + 2
        return lines.map { StyledText(indent) + $0.name.padded(to: width) + $0.value.styled }
    }
}

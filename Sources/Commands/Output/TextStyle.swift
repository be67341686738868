/// The style of text on a terminal.
enum TextStyle: Sendable, Hashable, CaseIterable {
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
    var sequence: String? {
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
    var colourless: TextStyle {
        switch self {
        case .bar, .goodBar, .warningBar, .badBar: .bar
        case .strong, .bad, .warning: .strong
        case .plain, .faint, .good, .paper: .plain
        }
    }
}

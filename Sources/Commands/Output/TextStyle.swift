/// How a piece of text looks on a terminal.
enum TextStyle: Sendable, Hashable, CaseIterable {
    case plain
    case strong
    case faint
    case good
    case warning
    case bad
    /// White ink on black, whatever the colours of the terminal are.
    case paper

    /// The escape sequence that begins it (ECMA-48, SGR); nil for plain text.
    var sequence: String? {
        switch self {
        case .plain: nil
        case .strong: "\u{1B}[1m"
        case .faint: "\u{1B}[2m"
        case .good: "\u{1B}[32m"
        case .warning: "\u{1B}[33m"
        case .bad: "\u{1B}[1;31m"
        case .paper: "\u{1B}[97;40m"
        }
    }
}

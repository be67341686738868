import Tones

/// How a reading ended, as a screen shows it: by colour, by word and by sign, since not everybody sees colours.
enum StationVerdict: String, Sendable, Hashable, CaseIterable {
    case accepted
    case attention
    case refused

    /// A word that this version does not know wants attention.
    init(word: String) { self = StationVerdict(rawValue: word) ?? .attention }

    /// The sign before the word.
    var sign: String {
        switch self {
        case .accepted: "✓"
        case .attention: "!"
        case .refused: "✗"
        }
    }

    var style: TextStyle {
        switch self {
        case .accepted: .good
        case .attention: .warning
        case .refused: .bad
        }
    }

    var bar: TextStyle {
        switch self {
        case .accepted: .goodBar
        case .attention: .warningBar
        case .refused: .badBar
        }
    }

    var tone: Tone {
        switch self {
        case .accepted: .accepted
        case .attention: .attention
        case .refused: .refused
        }
    }
}

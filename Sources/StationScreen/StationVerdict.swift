import Terminal
import Tones

/// A verdict as shown on a screen: by colour, word and sign, because some people do not see colours.
enum StationVerdict: String, Sendable, Hashable, CaseIterable {
    case accepted
    case attention
    case refused

    /// Creates a verdict.
    ///
    /// An unknown word, from a newer daemon, counts as attention.
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

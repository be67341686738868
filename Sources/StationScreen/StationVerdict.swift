import Localization
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

    /// The sign before the word, the styles of text and of bars, and the tone.
    private var look: (sign: String, style: TextStyle, bar: TextStyle, tone: Tone) {
        switch self {
        case .accepted: ("✓", .good, .goodBar, .accepted)
        case .attention: ("!", .warning, .warningBar, .attention)
        case .refused: ("✗", .bad, .badBar, .refused)
        }
    }

    /// The word for people.
    var word: Message {
        switch self {
        case .accepted: Message("accepted", context: "verdict")
        case .attention: Message("attention", context: "verdict")
        case .refused: Message("refused", context: "verdict")
        }
    }

    /// The sign and the word in capitals.
    var largeWord: String { "\(sign) \(word.shown.uppercased())" }

    /// The columns of the widest sign and word, and of the gap after it.
    static var columns: Int { (allCases.map { DisplayWidth.of($0.word.shown) }.max() ?? 0) + 4 }

    var sign: String { look.sign }
    var style: TextStyle { look.style }
    var bar: TextStyle { look.bar }
    var tone: Tone { look.tone }
}

extension Message {
    /// The word on a screen that awaits a reading.
    static let ready = Message("READY", context: "station screen")
}

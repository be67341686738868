/// The text on one label, with the part that is the path to a place.
struct LabelWords: Sendable, Hashable {
    /// The separator between the levels of a path, from the outermost to the innermost.
    static let separator = " › "
    /// The separator before which no line may break.
    static let heldSeparator = "\u{A0}› "

    /// The text before the path; the whole text if there is none.
    var head = ""
    /// The path to a place, level by level; nil if the text has none.
    var way: String?
    /// The text after the path.
    var tail = ""

    var text: String { head + (way ?? "") + tail }

    init() {}

    init(_ text: String) { head = text }

    /// Appends words of the template, or the value of a `field`.
    mutating func append(_ words: String, of field: String? = nil) {
        switch (field, way) {
        case (FieldExpression.wayField, nil): way = words
        case (_, nil): head += words
        default: tail += words
        }
    }

    /// Returns the words as one paragraph of limited length, cut according to `ellipsis`.
    ///
    /// For ``LabelText/Ellipsis/levels``, text without a path counts as one level.
    func printable(_ ellipsis: LabelText.Ellipsis) -> LabelWords {
        var words = LabelWords()
        let (head, way) = ellipsis == .levels && way == nil ? ("", head) : (head, way)
        words.head = LabelText.printable(head, ellipsis: way == nil ? ellipsis : .end)
        guard let way else { return words }
        let printed = LabelText.printable(way, ellipsis: ellipsis, isAfterSpace: words.endsInSpace)
        words.way = Self.holdingTogether(printed)
        words.tail = LabelText.printable(tail, ellipsis: .end, isAfterSpace: words.endsInSpace)
        return words.keepingLevelsInOrder
    }

    private var endsInSpace: Bool { text.unicodeScalars.last.map { $0 == " " } ?? true }

    /// Replaces spaces so that lines break after the separator of two levels, and within a level only if its name is
    /// long.
    private static func holdingTogether(_ way: String) -> String {
        let levels = way.split(separator: separator).map { level in
            level.count > longestHeld ? level : level.replacing(" ", with: "\u{A0}")
        }
        return levels.joined(separator: heldSeparator)
    }

    /// The maximum length in characters of a name that is not broken.
    private static let longestHeld = 16
}

extension LabelWords {
    /// The words with the levels of the path kept in order, whatever the direction of their scripts.
    ///
    /// Otherwise two consecutive Hebrew or Arabic levels on a Latin label would change places, and the digits of one
    /// would move to the next (Unicode Standard Annex 9, section 2.4). The first letter of the text decides the
    /// direction in which the levels follow each other, even if outer levels are omitted later.
    var keepingLevelsInOrder: LabelWords {
        guard let way, text.unicodeScalars.contains(where: { Direction($0) == .left }) else { return self }
        var words = self
        words.way = way.split(separator: Self.heldSeparator, omittingEmptySubsequences: false)
            .map { Direction.isolate + $0 + Direction.end }.joined(separator: Self.heldSeparator)
        let direction = Direction(of: text) ?? .right
        words.head = direction.mark + head
        guard !(head + tail).isEmpty else { return words }
        words.head += (Direction(of: way) ?? direction).isolate
        words.tail = Direction.end + tail
        return words
    }

    /// The direction of a script.
    private enum Direction {
        case right
        case left

        /// Begins a part whose first letter decides its direction.
        static let isolate = "\u{2068}"
        static let end = "\u{2069}"

        /// Begins a part in this direction.
        var isolate: String { self == .left ? "\u{2067}" : "\u{2066}" }
        /// An invisible character of this direction.
        var mark: String { self == .left ? "\u{200F}" : "\u{200E}" }

        /// Creates the direction of the first letter of `text`; nil if it has no letters.
        init?(of text: String) {
            for scalar in text.unicodeScalars {
                guard let direction = Direction(scalar) else { continue }
                self = direction
                return
            }
            return nil
        }

        /// Creates the direction of a letter; nil for other characters.
        ///
        /// The blocks of right-to-left scripts are those of `DerivedBidiClass.txt`.
        init?(_ scalar: Unicode.Scalar) {
            guard scalar.properties.isAlphabetic else { return nil }
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .left
            default: self = .right
            }
        }
    }
}

extension LabelText {
    /// More characters than any box can show in its smallest size; limits the time for shaping.
    private static let mostScalars = 600

    /// Returns `words` as one paragraph without control characters and direction overrides, with very long text cut
    /// according to `ellipsis`.
    ///
    /// If the text follows a space, leading spaces are omitted.
    public static func printable(_ words: String, ellipsis: Ellipsis = .end, isAfterSpace: Bool = true) -> String {
        // Most texts are plain ASCII and need no changes.
        if words.utf8.count < mostScalars, words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
        var scalars = String.UnicodeScalarView()
        var isAfterSpace = isAfterSpace
        for scalar in bounded(words.unicodeScalars, ellipsis) {
            // Most characters need no lookup in Unicode's tables.
            if (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FA5).contains(scalar.value) {
                scalars.append(scalar)
                isAfterSpace = false
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                guard !isAfterSpace else { continue }
                scalars.append(" ")
                isAfterSpace = true
            case .format where isOrder(scalar): continue
            default:
                scalars.append(scalar)
                isAfterSpace = false
            }
        }
        return String(scalars)
    }

    /// Returns the scalars to process, with an ellipsis for the omitted ones.
    private static func bounded(_ scalars: String.UnicodeScalarView, _ ellipsis: Ellipsis) -> String.UnicodeScalarView {
        guard scalars.count > mostScalars else { return scalars }
        let first: Int
        switch ellipsis {
        case .end: first = mostScalars
        case .middle: first = mostScalars / 2
        case .start, .levels: first = 0
        }
        var bounded = String.UnicodeScalarView(scalars.prefix(first))
        bounded.append("…")
        bounded.append(contentsOf: scalars.suffix(mostScalars - first))
        return bounded
    }

    /// Whether the character overrides the direction of the text that follows.
    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

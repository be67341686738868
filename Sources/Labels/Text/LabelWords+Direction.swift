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

extension LabelWords {
    /// The same with the levels of the way in their order, whatever direction the letters of each run in.
    ///
    /// Otherwise two levels of Hebrew or Arabic that follow each other on a label in Latin change places, and the digits of one
    /// go to the next (Unicode Standard Annex 9, section 2.4). The first letter of all decides in which direction the
    /// levels follow each other, also when outer levels are left out later.
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

    /// In which letters run.
    private enum Direction {
        case right
        case left

        /// Begins a part whose own first letter decides.
        static let isolate = "\u{2068}"
        static let end = "\u{2069}"

        /// Begins a part that runs so.
        var isolate: String { self == .left ? "\u{2067}" : "\u{2066}" }
        /// An invisible letter that runs so.
        var mark: String { self == .left ? "\u{200F}" : "\u{200E}" }

        /// That of the first letter of `text`; nil without letters.
        init?(of text: String) {
            for scalar in text.unicodeScalars {
                guard let direction = Direction(scalar) else { continue }
                self = direction
                return
            }
            return nil
        }

        /// Nil for what is no letter.
        ///
        /// The blocks of scripts that run from right to left are those of `DerivedBidiClass.txt`.
        init?(_ scalar: Unicode.Scalar) {
            guard scalar.properties.isAlphabetic else { return nil }
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .left
            default: self = .right
            }
        }
    }
}

import CPango

/// The placement of a text layout: how its units are mapped to dots of the page.
struct FittedText {
    /// The box at which the text is clipped, even if parts extend beyond their lines.
    let box: DotBox
    /// The upper left corner of the layout, in dots.
    let corner: LabelPoint
    /// One unit of the layout to the right, in dots.
    let right: LabelPoint
    /// One unit of the layout down, in dots.
    let down: LabelPoint

    /// Creates the placement.
    ///
    /// `left` and `top` are the layout's corner in the upright box, `across` and `along` the dots of a unit there.
    init(box: DotBox, turn: QuarterTurn, left: Double, top: Double, across: Double, along: Double) {
        self.box = box
        let (x, y) = (Double(box.x), Double(box.y))
        let (width, height) = (Double(box.width), Double(box.height))
        switch turn {
        case .none:
            corner = LabelPoint(x: x + left, y: y + top)
            right = LabelPoint(x: across, y: 0)
            down = LabelPoint(x: 0, y: along)
        case .right:
            corner = LabelPoint(x: x + width - top, y: y + left)
            right = LabelPoint(x: 0, y: across)
            down = LabelPoint(x: -along, y: 0)
        case .over:
            corner = LabelPoint(x: x + width - left, y: y + height - top)
            right = LabelPoint(x: -across, y: 0)
            down = LabelPoint(x: 0, y: -along)
        case .left:
            corner = LabelPoint(x: x + top, y: y + height - left)
            right = LabelPoint(x: 0, y: -across)
            down = LabelPoint(x: along, y: 0)
        }
    }
}

/// The shortened forms of words that do not fit, in decreasing length, each with an ellipsis for what is omitted.
struct ShorterWords {
    /// The forms with fewer and fewer outer levels, down to the innermost.
    private let ways: [String]
    /// The characters that are cut when no more levels can be omitted.
    private let letters: [Character]
    private let ellipsis: LabelText.Ellipsis

    init(_ words: LabelWords, _ ellipsis: LabelText.Ellipsis) {
        guard ellipsis == .levels else {
            ways = []
            letters = Array(words.text)
            self.ellipsis = ellipsis
            return
        }
        let mark = LabelWords.heldSeparator
        let levels = (words.way ?? "").split(separator: mark)
        ways = levels.indices.dropFirst().map { first in
            words.head + "…" + mark + levels[first...].joined(separator: mark) + words.tail
        }
        letters = Array(words.head + (levels.last ?? "") + words.tail)
        self.ellipsis = .middle
    }

    var count: Int { ways.count + max(1, letters.count) }

    subscript(index: Int) -> String {
        guard index >= ways.count else { return ways[index] }
        let kept = max(0, letters.count - 1 - (index - ways.count))
        let first: Int
        switch ellipsis {
        case .start: first = 0
        case .end: first = kept
        case .middle, .levels: first = (kept + 1) / 2
        }
        let start = Self.wordwise(letters.prefix(first), isStart: true)
        let end = Self.wordwise(letters.suffix(kept - first), isStart: false)
        return start + "…" + end
    }

    /// Returns the longest form for which `fits` is true, or the shortest of all.
    func longest(_ fits: (String) -> Bool) -> String {
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return self[low]
    }

    /// Returns the part of a text before or after an ellipsis: whole words with a space, unless most of it is one word.
    private static func wordwise(_ letters: ArraySlice<Character>, isStart: Bool) -> String {
        func isSpace(_ letter: Character) -> Bool { letter == " " || letter == "\u{A0}" }
        guard let space = isStart ? letters.lastIndex(where: isSpace) : letters.firstIndex(where: isSpace) else {
            return String(letters)
        }
        let words = isStart ? letters[...space] : letters[space...]
        if words.count * 2 >= letters.count { return String(words) }
        return String(letters)
    }
}

/// A glyph of a text layout.
///
/// Lengths are units of the layout, down and to the right.
struct PlacedGlyph {
    let font: UnsafeMutablePointer<PangoFont>
    let glyph: UInt32
    /// Whether no font has the character.
    let isUnknown: Bool
    let x: Double
    /// The position of the baseline.
    let y: Double
    let advance: Double
    /// The characters for the glyph; for several glyphs of one cluster, empty in all but the first.
    let text: String
}

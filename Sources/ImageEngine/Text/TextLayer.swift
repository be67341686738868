internal import ImageDecoding

/// The words that a file contains for a page, without those that are not visible on it.
struct TextLayer {
    /// Includes the line breaks of the file.
    let text: String
    private let words: Set<String>

    /// Omits words where the page shows nothing, such as white on white or under a black bar, words outside the page,
    /// and words too small to read; omits the whole layer when much of it is not text.
    init(words: [LayerWord], on page: borrowing GreyImage) {
        var text = ""
        var letters = 0
        var others = 0
        for word in words where Self.isVisible(word.box, on: page) {
            for scalar in word.text.unicodeScalars {
                if Self.isText(scalar) { letters += 1 } else { others += 1 }
            }
            text += word.text + (word.endsLine ? "\n" : " ")
            guard text.utf8.count < String.longestPageText else { break }
        }
        // The fonts do not map their glyphs to characters.
        let isGarbage = others * 5 > letters
        self.text = isGarbage ? "" : text.pageText()
        self.words = TextWords.of(self.text)
    }

    /// The text to be indexed: the text recognised by Tesseract, replaced by the file's own words where both agree.
    func merged(with clearance: TextRecogniser.Clearance) -> (text: String, source: PageText.Source) {
        guard !words.isEmpty else { return (clearance.text, .picture) }
        let seen = TextWords.of(clearance.text)
        let missing = seen.filter { !TextWords.contain(words, $0) }
        let isSure = clearance.certainty >= Self.sureCertainty && seen.count >= Self.fewestWords
        // The layer lacks most of the reliably recognised words, so it contains other text.
        if isSure, missing.count * 2 > seen.count { return (clearance.text, .pictureAgainstLayer) }
        guard !missing.isEmpty else { return (text, .layer) }
        // Lines with words that the layer lacks, such as stamps and notes on a printed page.
        let lines = clearance.text.split(separator: "\n").filter { !TextWords.of($0).isDisjoint(with: missing) }
        guard !lines.isEmpty else { return (text, .layer) }
        return ((text + "\n" + lines.joined(separator: "\n") + "\n").pageText(), .both)
    }

    /// Whether the middle of the box contains both ink and paper.
    private static func isVisible(_ box: PixelBox, on page: borrowing GreyImage) -> Bool {
        // Lines may run across or down the page.
        let across = box.width >= box.height
        let margin = min(box.width, box.height) / 4
        let (marginX, marginY) = across ? (0, margin) : (margin, 0)
        let (left, right) = (max(box.left + marginX, 0), min(box.right - marginX, page.width))
        let (top, bottom) = (max(box.top + marginY, 0), min(box.bottom - marginY, page.height))
        guard right > left, bottom > top, min(box.width, box.height) >= leastSide else { return false }
        // A word that crosses the edge counts as visible if at least half of it is on the page.
        guard 2 * (right - left) * (bottom - top) >= (box.width - 2 * marginX) * (box.height - 2 * marginY) else {
            return false
        }
        var (darkest, lightest) = (UInt8.max, UInt8.min)
        for y in top..<bottom {
            for x in left..<right {
                let pixel = page.pixels[y * page.width + x]
                darkest = min(darkest, pixel)
                lightest = max(lightest, pixel)
            }
            if Int(lightest) - Int(darkest) >= leastContrast { return true }
        }
        return false
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .control, .surrogate: false
        default: scalar != "\u{FFFD}"
        }
    }

    /// One and a half points at 300 dpi; the smallest print has five.
    private static let leastSide = 6
    private static let leastContrast = 32
    /// From this certainty, Tesseract is hardly ever wrong about most of a page.
    private static let sureCertainty = 75
    /// With fewer words, a single misread one would have too much influence.
    private static let fewestWords = 3
}

/// A word that a file contains for a page, and its position in pixels of the rendered page.
struct LayerWord: Sendable, Hashable {
    let text: String
    let box: PixelBox
    /// Whether a line ends after it.
    let endsLine: Bool

    /// Splits `text` into words; each character has a box.
    static func words(of text: String, boxes: some Sequence<PixelBox>) -> [LayerWord] {
        var words: [LayerWord] = []
        var word = String.UnicodeScalarView()
        var around: PixelBox?
        func end(_ endsLine: Bool) {
            if let box = around { words.append(LayerWord(text: String(word), box: box, endsLine: endsLine)) }
            word.removeAll(keepingCapacity: true)
            around = nil
        }
        for (scalar, box) in zip(text.unicodeScalars, boxes) {
            if scalar.properties.isWhitespace {
                end(scalar == "\n")
            } else {
                word.append(scalar)
                around = around?.joined(with: box) ?? box
            }
        }
        end(true)
        return words
    }
}

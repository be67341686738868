internal import ImageDecoding

/// The words that a file says are on a page, without those that cannot be seen there.
struct TextLayer {
    /// With the lines that the file has.
    let text: String
    private let words: Set<String>

    /// Leaves out words where the page shows nothing, as white on white or below a black bar, words off the page, words
    /// too small to be read, and, when much of it is no text, all.
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
        // Fonts that do not say which characters their shapes are.
        let isGarbage = others * 5 > letters
        self.text = isGarbage ? "" : text.pageText()
        self.words = TextWords.of(self.text)
    }

    /// What is to be searched: what Tesseract saw, in the file's own words where those say the same.
    func merged(with sight: TextRecogniser.Sight) -> (text: String, source: PageText.Source) {
        guard !words.isEmpty else { return (sight.text, .picture) }
        let seen = TextWords.of(sight.text)
        let missing = seen.filter { !TextWords.contain(words, $0) }
        let isSure = sight.certainty >= Self.sureCertainty && seen.count >= Self.fewestWords
        // Most of what is surely seen the layer does not say: it says something else.
        if isSure, missing.count * 2 > seen.count { return (sight.text, .pictureAgainstLayer) }
        guard !missing.isEmpty else { return (text, .layer) }
        // Lines with words that the layer does not have, such as stamps and notes on a printed page.
        let lines = sight.text.split(separator: "\n").filter { !TextWords.of($0).isDisjoint(with: missing) }
        guard !lines.isEmpty else { return (text, .layer) }
        return ((text + "\n" + lines.joined(separator: "\n") + "\n").pageText(), .both)
    }

    /// Whether something is drawn in the middle of the box: paper and ink, not one of them alone.
    private static func isVisible(_ box: PixelBox, on page: borrowing GreyImage) -> Bool {
        // Lines may run across or down the page.
        let across = box.width >= box.height
        let margin = min(box.width, box.height) / 4
        let (marginX, marginY) = across ? (0, margin) : (margin, 0)
        let (left, right) = (max(box.left + marginX, 0), min(box.right - marginX, page.width))
        let (top, bottom) = (max(box.top + marginY, 0), min(box.bottom - marginY, page.height))
        guard right > left, bottom > top, min(box.width, box.height) >= leastSide else { return false }
        // A word that reaches over the edge is seen as long as half of it is.
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

    /// A point and a half at 300 dots an inch; the smallest print has five.
    private static let leastSide = 6
    private static let leastContrast = 32
    /// From here on Tesseract is hardly ever wrong about most of a page.
    private static let sureCertainty = 75
    /// With fewer words one that is read wrong decides too much.
    private static let fewestWords = 3
}

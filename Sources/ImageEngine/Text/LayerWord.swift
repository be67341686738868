internal import ImageDecoding

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

public import Barcodes

/// What somebody looks for: words that must all stand in a text, whatever their case and accents, or a barcode.
public struct SearchWords: Sendable, Hashable {
    /// Most bytes, and most words.
    public static let longest = 256
    public static let most = 16

    /// As a query of FTS5 in which nothing but the quotation marks around the words has a meaning.
    let query: String
    /// The barcode that the whole text may be, as somebody types it; nil where no barcode can read like that.
    public let barcode: Barcode?

    /// Nil without a word that has a letter or a digit, and for more than ``longest`` bytes or ``most`` words.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest, !text.unicodeScalars.contains("\0") else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).filter { word in
            word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        guard !words.isEmpty, words.count <= Self.most else { return nil }
        let ends = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        barcode = try? Barcode(entered: String(ends.reversed()))
        query = words.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " ")
    }
}

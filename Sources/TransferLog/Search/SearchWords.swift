public import Barcodes

/// A search: words that must all occur in a text, ignoring case and accents, or a barcode.
public struct SearchWords: Sendable, Hashable {
    /// Maximum number of bytes, and of words.
    public static let longest = 256
    public static let most = 16

    /// An FTS5 query with every word quoted, so that no other character is special.
    let query: String
    /// The barcode that the whole text represents, as typed; nil when it is not a valid barcode.
    public let barcode: Barcode?

    /// Returns nil without a word that has a letter or a digit, and for more than ``longest`` bytes or ``most``
    /// words.
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

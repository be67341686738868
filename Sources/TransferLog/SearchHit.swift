public import Barcodes
public import Records

public import struct Records.Record

/// A text that holds the words that somebody looked for, or the thing whose barcode they are.
public struct SearchHit: Sendable {
    /// Where the words stand.
    public enum Place: Sendable, Hashable {
        /// They are a barcode of the thing, its own or an alias.
        case barcode
        case title
        /// On a page, from 1, of the file that an entry attached.
        case page(document: EntryNumber, number: Int)
    }

    /// Its place in the order of the hits: further ones have smaller numbers.
    public let position: Int64
    /// The thing as it is now.
    public let record: Record
    public let place: Place
    /// The text around the words, on one line.
    public let snippet: String
}

extension SearchHit {
    /// The bearer of the barcode that somebody looked for: it comes before all texts.
    public init(bearer: Record, of barcode: Barcode) {
        self.init(position: .max, record: bearer, place: .barcode, snippet: barcode.text)
    }
}

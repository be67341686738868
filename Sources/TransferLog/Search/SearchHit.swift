public import Barcodes
public import Vocabulary

public import struct Vocabulary.Entity

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

/// A text that contains the search words, or the entity whose barcode they are.
public struct SearchHit: Sendable {
    /// Where the words were found.
    public enum Place: Sendable, Hashable {
        /// The words are a barcode of the entity, primary or alias.
        case barcode
        case title
        /// On a page, counted from 1, of the file that an entry attached.
        case page(document: EntryNumber, number: Int)
    }

    /// The position among the hits; later hits have smaller numbers.
    public let position: Int64
    /// The current entity.
    public let entity: Entity
    public let place: Place
    /// The text around the words, on one line.
    public let snippet: String
}

extension SearchHit {
    /// The entity with the barcode that was searched for; it precedes all texts.
    public init(bearer: Entity, of barcode: Barcode) {
        self.init(position: .max, entity: bearer, place: .barcode, snippet: barcode.text)
    }
}

/// The location of a searchable text: a title in its entry, or a page of the file that an entry attached.
struct SearchPlace: Sendable, Hashable {
    /// Maximum number of pages indexed per file.
    static let mostPages = 4_095

    let entry: EntryNumber
    /// 0 for a title.
    let page: Int

    init(entry: EntryNumber, page: Int = 0) {
        self.entry = entry
        self.page = page
    }

    init(number: Int64) {
        entry = EntryNumber(rawValue: number >> 12)
        page = Int(number & 4_095)
    }

    /// The row number in the search table.
    var number: Int64 { entry.rawValue << 12 | Int64(page) }
}

/// Pages of a document whose text is to be recognised, for the first time or in additional languages.
public struct UnreadPages: Sendable, Hashable {
    /// The entry that attached the document.
    public let document: EntryNumber
    public let hash: ContentHash
    /// Pages of its file, counted from 1; nil when all of them were read before languages were recorded.
    public let pages: ClosedRange<Int>?
}

public import Barcodes
public import Vocabulary

public import struct Vocabulary.Entity

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

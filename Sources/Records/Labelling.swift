public import Barcodes

/// A barcode that is assigned to a record.
public struct Labelling: Sendable, Hashable {
    /// The role of the barcode.
    public enum Role: Sendable, Hashable {
        /// The primary barcode.
        ///
        /// The previous one stays as an alias.
        case primary
        /// An additional barcode by which the record is found.
        case alias
    }

    public let subject: RecordID
    /// The barcode; nil if it was a personal number that was expunged.
    public let barcode: Barcode?
    public let role: Role

    public init(subject: RecordID, barcode: Barcode?, role: Role) {
        self.subject = subject
        self.barcode = barcode
        self.role = role
    }
}

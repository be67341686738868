public import Barcodes

/// A barcode that a thing bears from now on.
public struct Labelling: Sendable, Hashable {
    /// What the barcode is to the thing.
    public enum Role: Sendable, Hashable {
        /// Its own from now on; the one before stays as an alias.
        case primary
        /// One more by which it is found.
        case alias
    }

    public let subject: RecordID
    /// Nil when it was somebody's own number and has been expunged.
    public let barcode: Barcode?
    public let role: Role

    public init(subject: RecordID, barcode: Barcode?, role: Role) {
        self.subject = subject
        self.barcode = barcode
        self.role = role
    }
}

public import Barcodes

/// A barcode that is assigned to an entity.
public struct Labelling: Sendable, Hashable {
    /// The role of the barcode.
    public enum Role: Sendable, Hashable {
        /// The primary barcode.
        ///
        /// The previous one stays as an alias.
        case primary
        /// An additional barcode by which the entity is found.
        case alias
    }

    public let subject: EntityID
    /// The barcode; nil if it was a personal number that was expunged.
    public let barcode: Barcode?
    public let role: Role

    public init(subject: EntityID, barcode: Barcode?, role: Role) {
        self.subject = subject
        self.barcode = barcode
        self.role = role
    }
}

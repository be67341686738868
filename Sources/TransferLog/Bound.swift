public import Records

/// A thing that conditions, seals or holds bind.
public struct Bound: Sendable, Hashable {
    public let record: RecordID
    /// The barcode on its label, as text.
    public let barcode: String
    public let type: RecordType
    public let conditions: Conditions
    public let isHeld: Bool
    /// Whether it has a seal of its own.
    public let isSealed: Bool
    /// Whether the caller may not know of it.
    public let isHidden: Bool

    public init(
        record: RecordID,
        barcode: String,
        type: RecordType = .item,
        conditions: Conditions = .none,
        isHeld: Bool = false,
        isSealed: Bool = false,
        isHidden: Bool = false
    ) {
        self.record = record
        self.barcode = barcode
        self.type = type
        self.conditions = conditions
        self.isHeld = isHeld
        self.isSealed = isSealed
        self.isHidden = isHidden
    }
}

public import Records

/// A thing that conditions or holds bind.
public struct Bound: Sendable, Hashable {
    public let record: RecordID
    /// The barcode on its label, as text.
    public let barcode: String
    public let conditions: Conditions
    public let isHeld: Bool

    public init(record: RecordID, barcode: String, conditions: Conditions, isHeld: Bool) {
        self.record = record
        self.barcode = barcode
        self.conditions = conditions
        self.isHeld = isHeld
    }
}

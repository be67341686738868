public import Barcodes
public import Records

/// The card for the empty place of a thing: who has it, since when, until when.
public struct OutGuideSlip: Sendable, Hashable {
    public let barcode: Barcode
    public let record: RecordID
    public let kind: RecordKind
    public let title: String?
    public let home: Barcode?
    public let custodian: String
    public let since: Timestamp
    public let due: Timestamp?
    /// Why it was charged out.
    public var reason: String?
}

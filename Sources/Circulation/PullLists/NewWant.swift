public import Barcodes
public import Records

/// Things that somebody wants fetched.
public struct NewWant: Sendable, Hashable {
    public let barcodes: [Barcode]
    /// Who wants them; nil when they are only to come to the station.
    public let recipient: Barcode?
    /// When they are needed; nil for no day.
    public let due: Timestamp?
    public let reason: FreeText?

    public init(_ barcodes: [Barcode], for recipient: Barcode? = nil, due: Timestamp? = nil, reason: FreeText? = nil) {
        self.barcodes = barcodes
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}

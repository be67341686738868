public import Barcodes
public import Vocabulary

/// A request to fetch items and containers.
public struct NewWant: Sendable, Hashable {
    public let barcodes: [Barcode]
    /// The recipient; nil if they only come to the station.
    public let recipient: Barcode?
    /// When they are needed; nil for no date.
    public let due: Timestamp?
    public let reason: FreeText?

    public init(_ barcodes: [Barcode], for recipient: Barcode? = nil, due: Timestamp? = nil, reason: FreeText? = nil) {
        self.barcodes = barcodes
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}

public import Barcodes

/// A pull list: items and containers to fetch.
///
/// Its barcode opens it at a station.
public struct PullList: Sendable, Hashable {
    /// The maximum number of lines, which is what one person can fetch in a day.
    public static let mostThings = 500

    public let id: PullListID
    public let barcode: MintedBarcode
    public let madeAt: Timestamp
    /// The entry that cancelled the list; nil if it is not cancelled.
    public let cancellation: EntryNumber?

    public init(id: PullListID, barcode: MintedBarcode, madeAt: Timestamp, cancellation: EntryNumber? = nil) {
        self.id = id
        self.barcode = barcode
        self.madeAt = madeAt
        self.cancellation = cancellation
    }
}

public import Barcodes

/// A list of things to fetch, with a barcode that opens it at a station.
public struct PullList: Sendable, Hashable {
    /// The most things on one list: what a person walks for in a day.
    public static let mostThings = 500

    public let id: PullListID
    public let barcode: MintedBarcode
    public let madeAt: Timestamp
    /// The entry that said that nobody needs to walk it; nil when none did.
    public let cancellation: EntryNumber?

    public init(id: PullListID, barcode: MintedBarcode, madeAt: Timestamp, cancellation: EntryNumber? = nil) {
        self.id = id
        self.barcode = barcode
        self.madeAt = madeAt
        self.cancellation = cancellation
    }
}

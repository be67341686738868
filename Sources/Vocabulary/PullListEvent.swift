public import Barcodes

/// An event that concerns a pull list as a whole.
///
/// Its lines have entries of their own.
public enum PullListEvent: Sendable, Hashable {
    /// The list was created, with this barcode.
    case made(MintedBarcode)
    /// The list was cancelled.
    case cancelled(PullListID)
}

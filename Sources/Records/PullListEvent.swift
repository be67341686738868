public import Barcodes

/// What becomes of a pull list as a whole; each thing on it has entries of its own.
public enum PullListEvent: Sendable, Hashable {
    /// There is a list with this barcode on it.
    case made(MintedBarcode)
    /// Nobody needs to walk it any more.
    case cancelled(PullListID)

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch self {
        case .made: "pull-list-made"
        case .cancelled: "pull-list-cancelled"
        }
    }
}

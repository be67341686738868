public import Barcodes

/// The destination of a move.
public enum MoveTarget: Sendable, Hashable {
    /// To a location, container or custodian.
    case place(Barcode)
    /// In transit, until they are received.
    case transit
    /// Disposed of, out of custody for good.
    case disposal
}

public import Barcodes

/// Where things are to go.
public enum MoveTarget: Sendable, Hashable {
    /// To a location, container or custodian.
    case place(Barcode)
    /// On their way, until somebody receives them.
    case transit
    /// Out of custody for good.
    case disposal
}

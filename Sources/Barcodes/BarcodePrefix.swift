/// The two letters that begin every minted barcode and state what it identifies.
public enum BarcodePrefix: String, Sendable, CaseIterable, Hashable {
    /// A container: box, crate, pallet, cart.
    case container = "BX"
    /// An item: folder, volume, drawing, medium.
    case item = "FD"
    /// A fixed place.
    case location = "LC"
    /// A custodian's badge.
    case custodian = "PN"
    /// A station where scanning happens.
    case station = "ST"
    /// A pull list.
    case pullList = "PL"
    /// A control barcode, which is a command.
    case control = "CT"
}

/// The two letters that begin every barcode minted by Outguide and say what it stands for.
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
    /// A pull list: things to fetch, not a thing.
    case pullList = "PL"
    /// A control barcode: a command, not a thing.
    case control = "CT"
}

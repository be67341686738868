import Barcodes
import Vocabulary

/// A reading after the lookup in the log.
enum Scanned: Sendable, Hashable {
    case known(Entity)
    /// A pull list.
    case list(PullList)
    case unknown(Barcode)
    case control(ControlCommand)

    /// Whether this certainly does not open anything.
    ///
    /// An unknown container may be a cart, and an unknown barcode of another kind a shelf or a badge.
    var isThing: Bool {
        switch self {
        case .known(let entity): entity.type.isMovable
        case .unknown(let barcode): barcode.minted?.prefix == .item
        case .control, .list: false
        }
    }

    /// Whether this may be scanned while no clerk is signed in.
    func needsNoClerk(at station: StationProfile) -> Bool {
        switch self {
        case .known(let entity): station.isBadge(entity)
        case .unknown(let barcode): barcode.minted.map(SetUpBarcode.contains) ?? false
        case .control(let command): command == .end || command == .signOut || command == .whereIs
        case .list: false
        }
    }

    /// The code, for display to the clerk.
    var shown: String {
        switch self {
        case .known(let entity): entity.barcode.text
        case .unknown(let barcode): barcode.text
        case .list(let list): list.barcode.text
        case .control(let command): command.barcode?.text ?? command.word
        }
    }
}

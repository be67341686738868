import Barcodes
import Records

/// What a reading turned out to be once it was looked up.
enum Scanned: Sendable, Hashable {
    case known(Record)
    /// A list of things to fetch.
    case list(PullList)
    case unknown(Barcode)
    case control(ControlCommand)

    /// Whether it is surely nothing that was meant to be opened: an unknown container may be a cart, and an unknown barcode
    /// of another kind a shelf or a badge.
    var isThing: Bool {
        switch self {
        case .known(let record): record.type.isMovable
        case .unknown(let barcode): barcode.minted?.prefix == .item
        case .control, .list: false
        }
    }

    /// Whether it may be scanned where nobody is signed in.
    func needsNoClerk(at station: StationProfile) -> Bool {
        switch self {
        case .known(let record): station.isBadge(record)
        case .unknown(let barcode): barcode.minted.map(SetUpBarcode.contains) ?? false
        case .control(let command): command == .end || command == .signOut || command == .whereIs
        case .list: false
        }
    }

    /// What was read, for the clerk.
    var shown: String {
        switch self {
        case .known(let record): record.barcode.text
        case .unknown(let barcode): barcode.text
        case .list(let list): list.barcode.text
        case .control(let command): command.barcode?.text ?? command.word
        }
    }
}

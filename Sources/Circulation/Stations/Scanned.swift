import Barcodes
import Records

/// What a reading turned out to be once it was looked up.
enum Scanned: Sendable, Hashable {
    case known(Record)
    case unknown(Barcode)
    case control(ControlCommand)

    /// Whether it is surely no place that was meant to be opened.
    var isThing: Bool {
        switch self {
        case .known(let record): record.type.isMovable
        case .unknown(let barcode): barcode.minted.map { $0.prefix == .container || $0.prefix == .item } ?? false
        case .control: false
        }
    }
}

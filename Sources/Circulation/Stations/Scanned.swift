import Barcodes
import Records

/// What a reading turned out to be once it was looked up.
enum Scanned: Sendable, Hashable {
    case known(Record)
    case unknown(Barcode)
    case control(ControlCommand)
}

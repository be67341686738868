import Barcodes
import Records

/// What the barcodes on a page say about where it belongs.
struct PageCodes: Hashable {
    /// A number that may be that of a cover sheet, and names nothing here.
    enum Doubt: Hashable {
        /// A number of this site that nothing has.
        case unregistered(Barcode)
        /// A number of another site, or one that only looks like ours.
        case foreign(String)

        var isOfThisSite: Bool {
            switch self {
            case .unregistered: true
            case .foreign: false
            }
        }
    }

    /// Items and containers that have one of the barcodes: these are certain.
    var things: Set<RecordID> = []
    /// Counts only on a page without anything certain.
    var doubt: Doubt?
    /// Whether nothing can be seen on it.
    var isBlank = false
}

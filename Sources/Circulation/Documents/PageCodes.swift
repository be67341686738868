import Barcodes
import Vocabulary

/// The barcodes on a page that decide where it belongs.
struct PageCodes: Hashable {
    /// A number that may be that of a cover sheet but identifies no entity here.
    enum Doubt: Hashable {
        /// An unregistered number of this site.
        case unregistered(Barcode)
        /// A number of another site, or one that only resembles ours.
        case foreign(String)

        var isOfThisSite: Bool {
            switch self {
            case .unregistered: true
            case .foreign: false
            }
        }
    }

    /// The items and containers that bear one of the barcodes.
    ///
    /// These are certain.
    var things: Set<EntityID> = []
    /// The doubtful number; used only on a page without a certain barcode.
    var doubt: Doubt?
    /// Whether the page is blank.
    var isBlank = false
}

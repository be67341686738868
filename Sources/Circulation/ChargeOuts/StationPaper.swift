public import Barcodes

/// A label or slip that a station prints after a reading.
public enum StationPaper: Sendable, Hashable {
    /// A reprint of an entity's label.
    case label(Barcode)
    /// The slip that stands in the place of a charged-out item or container.
    case slip(OutGuideSlip)

    /// The barcode of the entity on the paper.
    public var barcode: Barcode {
        switch self {
        case .label(let barcode): barcode
        case .slip(let slip): slip.barcode
        }
    }
}

public import Barcodes

/// What a station prints after a reading.
public enum StationPaper: Sendable, Hashable {
    /// The label of a thing once more.
    case label(Barcode)
    /// The slip that stands in the place of a thing that was charged out.
    case slip(OutGuideSlip)

    /// Of the thing that it is about.
    public var barcode: Barcode {
        switch self {
        case .label(let barcode): barcode
        case .slip(let slip): slip.barcode
        }
    }
}

public import Barcodes

/// What a station prints after a reading.
public enum StationPaper: Sendable, Hashable {
    /// The label of a thing once more.
    case label(Barcode)
    /// The slip that stands in the place of a thing that was charged out.
    case slip(OutGuideSlip)
}

import Barcodes
import Records

/// What a station does about a reading.
enum StationAct: Sendable, Hashable {
    /// A place is open now.
    case opened(Record)
    /// A thing seen for the first time is registered, and is open now.
    case registeredAndOpened(MintedBarcode, RecordType)
    /// The station waits for the container that the command is about.
    case armed(ControlCommand)
    /// No place is open any more.
    case closed
    /// The thing goes to the open place.
    case moved(Record, to: Placement)
    /// A thing seen for the first time is registered and goes to the open place; nowhere when none is open.
    case registered(MintedBarcode, RecordType, to: Placement?)
    /// A barcode for setting up guns, which says no more than that the gun works.
    case setUp(MintedBarcode)
    case refused(Refusal)
}

import Barcodes
import Records

/// What a station does about a reading.
enum StationAct: Sendable, Hashable {
    /// A place is open now.
    case opened(Record)
    /// A thing seen for the first time is registered, and is open now.
    case registeredAndOpened(MintedBarcode, RecordType)
    /// What follows goes from one person to the other.
    case handing(from: RecordID, to: Record)
    /// What follows is on its way, to this person when one is named.
    case sending(to: RecordID?)
    /// The station waits for what the command is about.
    case armed(ControlCommand)
    /// No place is open any more.
    case closed
    /// The bearer of the badge works here from now on.
    case signedIn(Record)
    /// Nobody is signed in any more.
    case signedOut
    /// The thing goes to the open place.
    case moved(Record, to: Placement)
    /// A thing seen for the first time is registered and goes to the open place; nowhere when none is open.
    case registered(MintedBarcode, RecordType, to: Placement?)
    /// The thing was scanned alone where things are returned.
    case returned(Record, to: Record)
    /// The thing was scanned alone, and waits for the place where it belongs.
    case awaited(Record)
    /// The thing that waited goes back to where it belongs.
    case refiled(Record, at: Record)
    /// The place is open, but it is not where the thing that waited belongs.
    case strayed(Record, at: Record)
    /// All that is on the cart goes to the place.
    case dropped(RecordID, at: Record)
    /// Where the thing is, is told.
    case located(Record)
    /// The thing's label is printed once more.
    case reprinted(Record)
    /// What was done last is taken back.
    case undone
    /// What was done since the last place was opened is taken back.
    case runUndone
    /// What is scanned is compared with what should be in the place.
    case counting(Record)
    /// The thing is in the place that is counted.
    case counted(Record)
    /// Something that nobody knows is in the place that is counted.
    case countedUnknown(Barcode)
    /// How the count stands is told.
    case countTold(RecordID)
    /// What the count found is written down.
    case countApplied(RecordID)
    /// A list of things to fetch is open.
    case pulling(PullList)
    /// The thing goes to who wants it, when it is on the list.
    case pulled(Record, on: PullListID)
    /// The thing is not where it should be.
    case missed(Record, on: PullListID)
    /// The list is closed, and what is left of it is told.
    case pullEnded(PullListID)
    /// How far a list is, is told.
    case pullTold(PullList)
    /// A barcode for setting up guns, which says no more than that the gun works.
    case setUp(MintedBarcode)
    case refused(Refusal)
}

import Barcodes
import Vocabulary

/// What a station does in response to a reading.
enum StationAct: Sendable, Hashable {
    /// Opens a place.
    case opened(Entity)
    /// Registers a new container and opens it.
    case registeredAndOpened(MintedBarcode, EntityType)
    /// Hands the following items and containers over from one custodian to another.
    case handing(from: EntityID, to: Entity)
    /// Puts the following items and containers in transit, to this recipient if one is named.
    case sending(to: EntityID?)
    /// Arms a command, which waits for its operand.
    case armed(ControlCommand)
    /// Closes the open place.
    case closed
    /// Signs the bearer of the badge in.
    case signedIn(Entity)
    /// Signs the clerk out.
    case signedOut
    /// Moves the item or container to the open place.
    case moved(Entity, to: Placement)
    /// Registers a new item or container and moves it to the open place, if one is open.
    case registered(MintedBarcode, EntityType, to: Placement?)
    /// Returns an item or container that was scanned by itself at a returns station.
    case returned(Entity, to: Entity)
    /// Waits for the home location of an item or container that was scanned by itself.
    case awaited(Entity)
    /// Refiles the waiting item or container at its home location.
    case refiled(Entity, at: Entity)
    /// Opens a place that is not the home location of the waiting item or container.
    case strayed(Entity, at: Entity)
    /// Moves everything on the cart to the place.
    case dropped(EntityID, at: Entity)
    /// Reports where the entity is.
    case located(Entity)
    /// Reprints the entity's label.
    case reprinted(Entity)
    /// Undoes the last act.
    case undone
    /// Undoes all acts since the last place was opened.
    case runUndone
    /// Begins a count: the following scans are compared with the expected contents of the place.
    case counting(Entity)
    /// Counts the item or container in the place.
    case counted(Entity)
    /// Counts an unknown barcode in the place.
    case countedUnknown(Barcode)
    /// Reports the progress of the count.
    case countTold(EntityID)
    /// Records the result of the count.
    case countApplied(EntityID)
    /// Opens a pull list.
    case pulling(PullList)
    /// Sends the item or container to its recipient, if it is on the list.
    case pulled(Entity, on: PullListID)
    /// Records that the item or container was not found.
    case missed(Entity, on: PullListID)
    /// Closes the pull list and reports what is left.
    case pullEnded(PullListID)
    /// Reports the progress of a pull list.
    case pullTold(PullList)
    /// Confirms a barcode for setting up scanners, which only shows that the scanner works.
    case setUp(MintedBarcode)
    case refused(Refusal)
}

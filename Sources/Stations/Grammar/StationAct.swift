import Barcodes
import Circulation
import Vocabulary

/// A reading after the lookup in the log.
enum Scanned: Sendable, Hashable {
    case known(Entity)
    /// A pull list.
    case list(PullList)
    case unknown(Barcode)
    case control(ControlCommand)

    /// Whether this certainly does not open anything.
    ///
    /// An unknown container may be a cart, and an unknown barcode of another kind a shelf or a badge.
    var isThing: Bool {
        switch self {
        case .known(let entity): entity.type.isMovable
        case .unknown(let barcode): barcode.minted?.prefix == .item
        case .control, .list: false
        }
    }

    /// Whether this may be scanned while no clerk is signed in.
    func needsNoClerk(at station: StationProfile) -> Bool {
        switch self {
        case .known(let entity): station.isBadge(entity)
        case .unknown(let barcode): barcode.minted.map(SetUpBarcode.contains) ?? false
        case .control(let command): command == .end || command == .signOut || command == .whereIs
        case .list: false
        }
    }

    /// The code, for display to the clerk.
    var shown: String {
        switch self {
        case .known(let entity): entity.barcode.text
        case .unknown(let barcode): barcode.text
        case .list(let list): list.barcode.text
        case .control(let command): command.barcode?.text ?? command.word
        }
    }
}

/// What the grammar needs to know about a station besides its session.
struct StationProfile: Sendable, Hashable {
    /// The station's location.
    var location: Entity?
    /// Whether an item or container that is scanned by itself is returned.
    var returns = false
    /// Whether a clerk must sign in before anything is accepted.
    var needsSignIn = false
    /// The item or container that waits for its home location.
    var waiting: Entity?
    /// The badges to which the site assigned a role.
    ///
    /// Clerks and supervisors need no assignment.
    var badges: Set<Barcode> = []

    /// Whether scanning this entity signs its bearer in.
    func isBadge(_ entity: Entity) -> Bool {
        entity.type == .custodian && (entity.kind.signsIn || badges.contains(entity.barcode))
    }
}

/// What a station does in response to a reading.
enum StationAct: Sendable {
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
    /// Does what the open mode, or one that opens, does in response.
    case mode(ModeAct)
    /// Confirms a barcode for setting up scanners, which only shows that the scanner works.
    case setUp(MintedBarcode)
    case refused(Refusal)
}

import Barcodes
import Localization
import TransferLog
import Vocabulary

/// The facts that the rules need about one move, gathered before they judge it.
struct MoveContext: Sendable, Hashable {
    /// A place with its conditions.
    struct EnclosingPlace: Sendable, Hashable {
        let entity: Entity
        let conditions: Conditions
    }

    var subject: Entity
    /// The current placement.
    var origin: Placement
    /// The requested placement.
    var destination: Placement
    /// The entity that the destination names; nil if it names none.
    var place: Entity?
    /// The places that contain the destination, innermost first, including the destination itself.
    var around: [EnclosingPlace] = []
    /// The depth of nesting inside the subject: 0 if it is empty.
    var depthWithin = 0
    /// The depth of nesting without entities that are concealed from the caller.
    var shownDepthWithin = 0
    /// The conditions, seals and holds of the subject and its contents.
    var bound: [Constraint] = []
    /// The enclosing container whose hold also covers the subject; nil if there is none.
    var heldOutside: Entity?
    /// The custodian who has the subject, directly or in a container; nil if none has it.
    var holder: Entity?
    /// Whether the holder is concealed from the caller.
    var isHolderHidden = false
    /// The recipient of a subject in transit.
    var recipient: Entity?
    /// How many items and containers the caller may see directly at the place.
    ///
    /// Others do not count, because a capacity limit could otherwise reveal them.
    var occupancy = 0
    /// How many charge-outs of the custodian the caller may see, and the custodian's limit.
    var chargeOuts = 0
    var chargeOutLimit: Int?
    /// The custodian who hands the subject over; nil if it is no hand-over.
    var giver: EntityID?
    /// Whether the move from one custodian to another is explicitly requested.
    var isStated = false
    /// Whether the move took place in the past.
    ///
    /// Only the rules that always hold apply then, not those about the present state.
    var isHistory = false

    init(subject: Entity, origin: Placement, destination: Placement, place: Entity?) {
        self.subject = subject
        self.origin = origin
        self.destination = destination
        self.place = place
    }

    /// The custodian who receives the subject; nil if the destination is no custodian.
    var borrower: Entity? { place.flatMap { $0.type == .custodian ? $0 : nil } }

    /// The way in which the move takes the subject out of custody; nil for other moves.
    var leaving: Leaving? {
        if borrower != nil { return .chargeOut }
        return destination == .disposed ? .disposal : destination == .inTransit ? .dispatch : nil
    }

    /// Returns the first constraint that `matches`, preferring one that the caller may see.
    func binding(_ matches: (Constraint) -> Bool) -> Constraint? {
        bound.first { !$0.isHidden && matches($0) } ?? bound.first(where: matches)
    }

    /// The number of containers around the destination, including the destination itself.
    var containersAround: Int { around.count { $0.entity.type == .container } }

    /// Returns the subject's barcode, or that of a constrained item followed by the barcode of the subject that
    /// contains it.
    func name(_ bound: Constraint) -> Message {
        bound.entity == subject.id ? Message(verbatim: bound.barcode) : Self.name(bound.barcode, in: subject.barcode)
    }

    static func name(_ item: some CustomStringConvertible, in container: Barcode) -> Message {
        Message("\(item, "item") in \(container, "container")")
    }
}

/// A way out of custody.
enum Leaving: Sendable, Hashable {
    case chargeOut
    case disposal
    case dispatch

    /// The clause that states that `item` cannot leave.
    func failure(_ item: Message) -> Message {
        switch self {
        case .chargeOut: Message("cannot charge out \(item, "item")")
        case .disposal: Message("cannot dispose of \(item, "item")")
        case .dispatch: Message("cannot send away \(item, "item")")
        }
    }
}

import Records
import TransferLog

/// All that the rules want to know about one move, gathered before they are asked.
struct Circumstances: Sendable, Hashable {
    /// A place, with what must be heeded about it.
    struct Surrounding: Sendable, Hashable {
        let record: Record
        let conditions: Conditions
    }

    var subject: Record
    /// Where it is.
    var origin: Placement
    /// Where it is to go.
    var destination: Placement
    /// The thing that the destination names; nil when it names none.
    var place: Record?
    /// What is around the destination, innermost first, the place itself included.
    var around: [Surrounding] = []
    /// How deep things lie in the subject: 0 when there is nothing in it.
    var depthWithin = 0
    /// The same without those of which the caller may not know.
    var shownDepthWithin = 0
    /// What conditions, seals or holds bind, of the subject and of all that is in it.
    var bound: [Bound] = []
    /// What it lies in, where that is held and it with it.
    var heldOutside: Record?
    /// Who has it, or what it lies in; nil when nobody does.
    var holder: Record?
    /// Whether the caller may not know of the holder.
    var isHolderHidden = false
    /// Who is to get it, when it is on its way to somebody.
    var recipient: Record?
    /// How many things of which the caller may know lie directly at the place already: no others, since who sets the
    /// capacity could count them.
    var occupancy = 0
    /// How many things of which the caller may know the person has already, and how many they may have.
    var loans = 0
    var loanLimit: Int?
    /// Who hands it over, where that is what is done.
    var giver: RecordID?
    /// Whether somebody moves it from person to person in so many words.
    var isStated = false
    /// Whether it happened before: then it is judged by what cannot be otherwise, not by how things are now.
    var isHistory = false

    init(subject: Record, origin: Placement, destination: Placement, place: Record?) {
        self.subject = subject
        self.origin = origin
        self.destination = destination
        self.place = place
    }

    /// The person whom it goes to; nil when it goes elsewhere.
    var borrower: Record? { place.flatMap { $0.type == .custodian ? $0 : nil } }

    /// What it is called when the thing leaves custody; nil when it does not.
    var leaving: String? {
        if borrower != nil { return "charge out" }
        return destination == .disposed ? "dispose of" : destination == .inTransit ? "send away" : nil
    }

    /// The first of what binds it that `matches`, one that the caller may know of before any that is concealed.
    func binding(_ matches: (Bound) -> Bool) -> Bound? {
        bound.first { !$0.isHidden && matches($0) } ?? bound.first(where: matches)
    }

    /// How many containers are around the destination, the place itself included.
    var containersAround: Int { around.count { $0.record.type == .container } }

    /// The thing's own barcode, or that of what is bound in it with the thing it lies in.
    func name(_ bound: Bound) -> String {
        bound.record == subject.id ? bound.barcode : "\(bound.barcode) in \(subject.barcode)"
    }
}

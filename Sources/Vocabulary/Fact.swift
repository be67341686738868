/// What an entry records.
public enum Fact: Sendable, Hashable {
    case registered(Registration)
    case transferred(Transfer)
    case changed(Change)
    case labelled(Labelling)
    case labelPrinted(LabelPrint)
    case pagePrinted(PagePrint)
    case labelApplied(LabelApplication)
    case documentAttached(DocumentAttachment)
    case documentMoved(DocumentMove)
    case renewed(Renewal)
    case held(Hold)
    case counted(ContentsCount)
    case pullList(PullListEvent)
    case wanted(ItemRequest)
    case notFound(NotFound)
    case corrected(Correction)
    case expunged(Expungement)
    case supply(SupplyEvent)
    case restricted(Restriction)
    case log(LogEvent)
    /// A fact of a newer version.
    ///
    /// It is kept and verified but not interpreted.
    case unknown(kind: String)

    /// The reason, as the user stated it.
    public var reason: String? {
        switch self {
        case .transferred(let transfer): transfer.reason
        case .documentMoved(let move): move.reason
        case .corrected(let correction): correction.reason
        case .held(let hold): hold.reason
        case .wanted(let want): want.reason
        case .expunged(let expungement): expungement.reason
        case .labelPrinted(let print): print.reason
        case .restricted(let restriction): restriction.reason
        case .log(.restored(_, _, _, let reason)), .log(.keyRotated(_, _, let reason)): reason
        case .registered, .changed, .labelled, .pagePrinted, .labelApplied, .documentAttached, .renewed, .counted,
            .pullList, .notFound, .supply, .log, .unknown:
            nil
        }
    }

    /// The name of the order, as the court or agency gives it.
    public var order: String? {
        switch self {
        case .held(let hold): hold.order
        case .restricted(let restriction): restriction.order
        case .expunged(let expungement): expungement.order
        default: nil
        }
    }

    /// Returns the entity that the fact is about.
    ///
    /// A registration's entity has the number of the entry.
    public func subject(registeredBy entry: EntryNumber) -> EntityID? {
        switch self {
        case .registered: EntityID(registeredBy: entry)
        case .transferred(let transfer): transfer.subject
        case .changed(let change): change.subject
        case .labelled(let labelling): labelling.subject
        case .labelPrinted(let print): print.subject
        case .labelApplied(let application): application.subject
        case .documentAttached(let document): document.subject
        case .documentMoved(let move): move.subject
        case .renewed(let renewal): renewal.subject
        case .held(let hold): hold.subject
        case .counted(let count): count.subject
        case .wanted(let want): want.subject
        case .notFound(let notFound): notFound.subject
        case .corrected(let correction): correction.subject
        case .expunged(let expungement): expungement.subject
        case .restricted(let restriction): restriction.subject
        case .pagePrinted, .pullList, .supply, .log, .unknown: nil
        }
    }
}

extension Fact {
    /// The entities other than the subject that the fact names, as in the bytes of its entry: places, custodians, items
    /// and containers.
    public var mentions: [EntityID] {
        switch self {
        case .registered(let registration): [registration.home, registration.parent].compactMap(\.self)
        case .transferred(let transfer):
            [transfer.from.place, transfer.to.place, transfer.recipient].compactMap(\.self)
        case .changed(let change):
            [change.home, change.parent].compactMap { $0.applied(to: nil) }
                + (change.conditions.rooms.applied(to: nil) ?? [])
        case .documentMoved(let move): [move.origin]
        case .counted(let count): count.present
        case .wanted(let want): [want.recipient].compactMap(\.self)
        case .labelled, .labelPrinted, .pagePrinted, .labelApplied, .documentAttached, .renewed, .held, .pullList,
            .notFound, .corrected, .expunged, .supply, .restricted, .log, .unknown:
            []
        }
    }
}

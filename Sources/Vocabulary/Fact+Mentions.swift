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

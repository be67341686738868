/// Where one thing is, as a correct daemon has it after some calls in some order.
struct ThingState: Hashable, Sendable {
    let place: HistoryPlace
    /// The number of the entry that put it there, or the lowest that it can be.
    let entry: Int64
    /// Whether `entry` is known; it is not after a call that nothing was heard of.
    let isExact: Bool

    init(place: HistoryPlace, entry: Int64, isExact: Bool = true) {
        self.place = place
        self.entry = entry
        self.isExact = isExact
    }

    /// The state after `call`; nil when a correct daemon cannot give its answer in this state.
    func after(_ call: RecordedCall) -> ThingState? {
        guard let answer = call.answer else { return afterUnanswered(call.act) }
        switch (call.act, answer) {
        case (.look, .found(let place, let entry)):
            guard place == self.place, isExact ? entry == self.entry : entry >= self.entry else { return nil }
            return ThingState(place: place, entry: entry)
        case (_, .alreadyThere): return call.act.destination == place ? self : nil
        case (.chargeOut(let to), .isChargedOut): return place.isCustodian && place != to ? self : nil
        case (.giveBack(let to), .isNotChargedOut): return place.isCustodian || place == to ? nil : self
        case (_, .moved(let entry)):
            guard let to = call.act.destination, isAllowed(call.act), entry > self.entry else { return nil }
            return ThingState(place: to, entry: entry)
        default: return nil
        }
    }

    /// Whether the rules let it happen, and it changes where the thing is.
    private func isAllowed(_ act: RecordedCall.Act) -> Bool {
        guard act.destination != place else { return false }
        return switch act {
        case .move: true
        case .chargeOut: !place.isCustodian
        case .giveBack: place.isCustodian
        case .look: false
        }
    }

    private func afterUnanswered(_ act: RecordedCall.Act) -> ThingState {
        guard isAllowed(act), let to = act.destination else { return self }
        return ThingState(place: to, entry: entry + 1, isExact: false)
    }
}

extension RecordedCall.Act {
    var destination: HistoryPlace? {
        switch self {
        case .move(let to), .chargeOut(let to), .giveBack(let to): to
        case .look: nil
        }
    }
}

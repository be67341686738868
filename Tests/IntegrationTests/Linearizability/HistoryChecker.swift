/// Looks for an order in which a daemon that does one call after the other could have given the answers of a history.
///
/// Each call must stand between its beginning and its answer; one without an answer stands anywhere after its beginning, or
/// nowhere. The search is that of Wing and Gong (Testing and Verifying Concurrent Objects, 1993) with the memory of Lowe
/// (Testing for Linearizability, 2017), as in Porcupine: it walks along the beginnings, takes the first call that fits, and
/// goes back when it meets an answer whose call it has not taken.
struct HistoryChecker {
    enum Verdict: Equatable {
        case linearizable
        /// No order explains the answers; the longest one explains so many calls, and then none of these.
        case impossible(explained: Int, stuckOn: [RecordedCall])
    }

    /// A set of calls that were taken, and the state that they led to.
    private struct Position: Hashable {
        let taken: [UInt64]
        let state: ThingState
    }

    private let calls: [RecordedCall]
    /// What comes behind each beginning and each answer in the order of time.
    ///
    /// A beginning is twice the number of its call, its answer one more; the head stands at the end of the array.
    private var next: [Int]
    private var previous: [Int]
    private let head: Int

    init(_ calls: [RecordedCall]) {
        self.calls = calls
        head = 2 * calls.count
        let moments = calls.indices.flatMap { index in
            [(calls[index].began, 2 * index), (calls[index].ended ?? .max, 2 * index + 1)]
        }
        next = Array(repeating: head, count: head + 1)
        previous = next
        var last = head
        for (_, event) in moments.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            next[last] = event
            previous[event] = last
            last = event
        }
        next[last] = head
        previous[head] = last
    }

    /// Whether a thing that was in `state` at first can have this history.
    mutating func verdict(from state: ThingState) -> Verdict {
        var state = state
        var taken = [UInt64](repeating: 0, count: (calls.count + 63) / 64)
        var path: [(call: Int, before: ThingState)] = []
        var seen: Set<Position> = []
        var best = Verdict.impossible(explained: -1, stuckOn: [])
        var event = next[head]
        while next[head] != head {
            if event != head, event % 2 == 0 {
                let call = event / 2
                if let after = state.after(calls[call]) {
                    taken[call / 64] |= 1 << UInt64(call % 64)
                    if seen.insert(Position(taken: taken, state: after)).inserted {
                        path.append((call, state))
                        state = after
                        remove(call)
                        event = next[head]
                        continue
                    }
                    taken[call / 64] &= ~(1 << UInt64(call % 64))
                }
                event = next[event]
            } else {
                if case .impossible(let explained, _) = best, path.count > explained {
                    best = .impossible(explained: path.count, stuckOn: pending(before: event))
                }
                guard let (call, before) = path.popLast() else { return best }
                state = before
                taken[call / 64] &= ~(1 << UInt64(call % 64))
                restore(call)
                event = next[2 * call]
            }
        }
        return .linearizable
    }

    /// The calls that had begun when the answer `event` came, and were not taken.
    private func pending(before event: Int) -> [RecordedCall] {
        var found: [RecordedCall] = []
        var other = next[head]
        while other != event, other != head {
            found.append(calls[other / 2])
            other = next[other]
        }
        return found
    }

    private mutating func remove(_ call: Int) {
        for event in [2 * call, 2 * call + 1] {
            next[previous[event]] = next[event]
            previous[next[event]] = previous[event]
        }
    }

    /// Puts back what was removed last.
    private mutating func restore(_ call: Int) {
        for event in [2 * call + 1, 2 * call] {
            next[previous[event]] = event
            previous[next[event]] = event
        }
    }
}

/// A history that a correct daemon could have, made without one: each call takes effect at one moment between its beginning
/// and its answer.
struct MadeHistory {
    private(set) var calls: [RecordedCall] = []

    private struct Open {
        let act: RecordedCall.Act
        let began: Int
        var answer: RecordedCall.Answer?
    }

    init(clients: Int, calls count: Int, from start: ThingState, using generator: inout some RandomNumberGenerator) {
        var state = start
        var entry = start.entry
        var open = [Open?](repeating: nil, count: clients)
        var now = 0
        while calls.count < count {
            now += 1
            let client = Int.random(in: 0..<clients, using: &generator)
            guard var call = open[client] else {
                open[client] = Open(act: Self.act(using: &generator), began: now)
                continue
            }
            if let answer = call.answer {
                calls.append(RecordedCall(call.act, began: call.began, ended: now, answer: answer))
                open[client] = nil
            } else if Int.random(in: 0..<100, using: &generator) == 0 {
                // Nothing is heard of it: it was done, or was not.
                let lost = RecordedCall(call.act, began: call.began)
                if Bool.random(using: &generator), let next = state.after(lost), next != state {
                    entry += 1
                    state = ThingState(place: next.place, entry: entry)
                }
                calls.append(lost)
                open[client] = nil
            } else {
                entry += 1
                call.answer = Self.answer(to: call.act, in: &state, entry: entry)
                open[client] = call
            }
        }
        // Some of these took effect, and their answers are not heard any more.
        for case let call? in open { calls.append(RecordedCall(call.act, began: call.began)) }
    }

    /// Lets one answer tell an entry from before the history.
    mutating func spoilOneLook(using generator: inout some RandomNumberGenerator) {
        let looks = calls.indices.filter { calls[$0].act == .look && calls[$0].answer != nil }
        guard let index = looks.randomElement(using: &generator) else { return }
        let look = calls[index]
        calls[index] = RecordedCall(
            .look,
            began: look.began,
            ended: look.ended,
            answer: .found(at: .shelf(0), entry: 0)
        )
    }

    private static func act(using generator: inout some RandomNumberGenerator) -> RecordedCall.Act {
        let place = Int.random(in: 0..<3, using: &generator)
        return switch Int.random(in: 0..<4, using: &generator) {
        case 0: .move(to: .shelf(place))
        case 1: .chargeOut(to: .custodian(place))
        case 2: .giveBack(to: .shelf(place))
        default: .look
        }
    }

    private static func answer(
        to act: RecordedCall.Act,
        in state: inout ThingState,
        entry: Int64
    ) -> RecordedCall.Answer {
        let answers: [RecordedCall.Answer] = [
            .found(at: state.place, entry: state.entry), .moved(entry: entry), .alreadyThere, .isChargedOut,
        ]
        for answer in answers {
            guard let next = state.after(RecordedCall(act, began: 0, ended: 1, answer: answer)) else { continue }
            state = next
            return answer
        }
        return .isNotChargedOut
    }
}

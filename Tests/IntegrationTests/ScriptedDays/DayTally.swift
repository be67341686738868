import Synchronization
import Wire

/// What the stations of a day were answered so far.
final class DayTally: Sendable {
    private let state: Mutex<(model: DayModel, answered: Int, verdicts: [String: Int])>

    init(_ day: ScriptedDay) { state = Mutex((DayModel(day), 0, [:])) }

    var model: DayModel { state.withLock { $0.model } }
    /// How many readings ended in each way.
    var verdicts: [String: Int] { state.withLock { $0.verdicts } }

    /// Takes an answer in; how many there are now.
    func add(_ code: String, at station: String, _ outcome: OutcomeResource) -> Int {
        state.withLock { state in
            state.model.take(code, at: station, outcome)
            state.verdicts[outcome.verdict, default: 0] += 1
            state.answered += 1
            return state.answered
        }
    }
}

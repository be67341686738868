/// The placements according to the entries so far, which determine the `from` of each move, as defined in the page on
/// verifying a log.
struct MoveOrigins: Sendable {
    /// The reason why an entry contradicts those before it.
    enum Contradiction: Error, Sendable, Hashable {
        /// The origin of a move is another place.
        case origin
        /// The entry lacks a required member of its kind.
        case incomplete
    }

    private static let moves: Set<String> = [
        "relocated", "charged-out", "returned", "refiled", "handed-over", "dispatched", "missed", "disposed",
    ]
    private static let nowhere = JSONValue.object(["kind": .string("unknown")])

    private struct Move {
        let entry: Int64
        /// An RFC 3339 text.
        ///
        /// Those of a log have equal lengths, so that they sort like the times.
        let occurredAt: String
        let isBackDated: Bool
        let to: JSONValue
    }

    private struct Subject {
        var moves: [Move] = []
        /// The corrections, oldest first, each with the entry that it voids.
        var corrections: [(entry: Int64, voids: Int64)] = []
        var voided: Set<Int64> = []
        var holding: Move?

        var counting: [Move] { moves.filter { !voided.contains($0.entry) } }
    }

    private var subjects: [Int64: Subject] = [:]
    /// The entries since the clock was last set forward that record that it was set back, with the time afterwards.
    private var steps: [(entry: Int64, at: String)] = []
    private var isAfterStep = false

    /// Adds the members of the next entry.
    mutating func take(_ members: JSONMembers, number: Int64) throws(Contradiction) {
        guard case .string(let kind)? = members["kind"] else { return }
        let wasAfterStep = isAfterStep
        isAfterStep = kind.hasPrefix("clock-stepped-")
        switch kind {
        case "corrected":
            guard case .integer(let id)? = members["subject"], case .integer(let voids)? = members["voids"] else {
                throw .incomplete
            }
            var subject = subjects[id, default: Subject()]
            subject.corrections.append((number, voids))
            recount(&subject)
            subjects[id] = subject
        case "clock-stepped-back":
            guard case .string(let at)? = members["recordedAt"] else { throw .incomplete }
            steps.append((number, at))
        case "clock-stepped-forward": steps = []
        case let kind where Self.moves.contains(kind): try take(moveIn: members, number, isAfterStep: wasAfterStep)
        default: break
        }
    }

    private mutating func take(moveIn members: JSONMembers, _ number: Int64, isAfterStep: Bool) throws(Contradiction) {
        guard case .integer(let id)? = members["subject"], case .string(let occurredAt)? = members["occurredAt"],
            let to = members["to"]
        else { throw .incomplete }
        var subject = subjects[id, default: Subject()]
        let isBackDated = members["backDated"] == .boolean(true)
        let move = Move(entry: number, occurredAt: occurredAt, isBackDated: isBackDated, to: to)
        // Versions without nonces did not check the origin, and a stated time right after a clock change was evaluated
        // before it.
        if members["nonce"] != nil, !(isBackDated && isAfterStep) {
            let before = isBackDated ? lastMove(of: subject, at: occurredAt) : subject.holding
            guard members["from"] == before?.to ?? Self.nowhere else { throw .origin }
        }
        subject.moves.append(move)
        if holds(move, against: subject.holding) { subject.holding = move }
        subjects[id] = subject
    }

    /// Returns when a move occurred, adjusted for a clock that was set back afterwards.
    private func occurred(_ move: Move) -> String {
        steps.reduce(move.occurredAt) { $1.entry > move.entry ? min($0, $1.at) : $0 }
    }

    private func holds(_ move: Move, against current: Move?) -> Bool {
        guard let current, move.isBackDated else { return true }
        return occurred(current) <= move.occurredAt
    }

    /// Determines again which moves are in force after another correction, and which of them is current.
    private func recount(_ subject: inout Subject) {
        var voided: Set<Int64> = []
        for correction in subject.corrections.reversed()
        where !voided.contains(correction.entry) && correction.voids < correction.entry {
            voided.insert(correction.voids)
        }
        subject.voided = voided
        subject.holding = subject.counting.reduce(nil) { holds($1, against: $0) ? $1 : $0 }
    }

    /// Returns the move that was current at `moment`; nil if there was none.
    private func lastMove(of subject: Subject, at moment: String) -> Move? {
        let moves = subject.counting.map { (move: $0, at: $0.isBackDated ? $0.occurredAt : occurred($0)) }
            .filter { $0.at <= moment }
        let seen = moves.last { !$0.move.isBackDated }
        let later = moves.filter { one in
            guard one.move.isBackDated else { return false }
            return seen.map { one.move.entry > $0.move.entry && one.at >= $0.at } ?? true
        }
        return ((seen.map { [$0] } ?? []) + later).max { ($0.at, $0.move.entry) < ($1.at, $1.move.entry) }?.move
    }
}

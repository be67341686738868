import Synchronization

/// What many writers measured together.
final class Tallies: Sendable {
    private struct State {
        var microseconds: [Double] = []
        var firstSyncs: UInt64?
        var lastSyncs: UInt64 = 0
        var moves = 0
        var commits = 0
    }

    private let state = Mutex(State())

    /// Called in the change itself, on the writer's queue: changes between which nothing was synced share a commit.
    func noteMove(syncs: UInt64) {
        state.withLock { state in
            if state.firstSyncs == nil || state.lastSyncs != syncs { state.commits += 1 }
            state.firstSyncs = state.firstSyncs ?? syncs
            state.lastSyncs = syncs
            state.moves += 1
        }
    }

    func add(_ durations: [Duration]) {
        let microseconds = durations.map { $0 / .microseconds(1) }
        state.withLock { $0.microseconds += microseconds }
    }

    /// Moves per second, p50 and p99 in microseconds, syncs per move, and moves per commit.
    func summary(seconds: Double) -> String {
        state.withLock { state in
            let sorted = state.microseconds.sorted()
            func percentile(_ share: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[Int(share * Double(sorted.count - 1))]
            }
            let moves = Double(state.moves)
            let syncs = Double(state.lastSyncs - (state.firstSyncs ?? 0))
            return [
                moves / seconds, percentile(0.5), percentile(0.99), syncs / moves, moves / Double(state.commits),
            ].map { "\(($0 * 1_000).rounded() / 1_000)" }.joined(separator: " ")
        }
    }
}

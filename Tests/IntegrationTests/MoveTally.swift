import Synchronization

/// The moves that the daemon acknowledged, by box.
final class MoveTally: Sendable {
    private let state = Mutex<[String: Set<Int64>]>([:])

    var entries: [String: Set<Int64>] { state.withLock { $0 } }

    var total: Int { state.withLock { $0.values.map(\.count).reduce(0, +) } }

    func add(_ entry: Int64, of box: String) { state.withLock { _ = $0[box, default: []].insert(entry) } }
}

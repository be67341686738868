import Synchronization
import Vocabulary

/// Queues rows for the access record.
///
/// Requests never wait for the entity, and cannot fill the disk: identical accesses within a minute are only counted,
/// and rows beyond the capacity are counted as lost and reported.
package final class AccessBook: Sendable {
    /// Maximum number of queued rows.
    static let capacity = 4_096
    /// The period, in microseconds, in which identical accesses are counted with the first.
    static let window: Int64 = 60_000_000

    private struct Sort: Hashable {
        let principal: Principal
        let act: Access.Act
        let route: String
        let entity: EntityID?
    }

    private struct Repeated {
        let first: Access
        var count = 0
    }

    private struct State {
        var waiting: [Access] = []
        var repeated: [Sort: Repeated] = [:]
        var lost = 0
        var totalLost = 0
    }

    private let state = Mutex(State())
    private let wake: AsyncStream<Void>.Continuation
    /// Yields when rows are queued or a minute has passed.
    let wakes: AsyncStream<Void>

    package init() { (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Rows lost since the start because they arrived faster than they could be written.
    package var lost: Int { state.withLock { $0.totalLost } }

    /// Queues a row to be written soon.
    func put(_ access: Access) {
        let sort = Sort(principal: access.principal, act: access.act, route: access.route, entity: access.entity)
        let isNew = state.withLock { state in
            if var repeated = state.repeated[sort],
                access.at.microseconds - repeated.first.at.microseconds < Self.window
            {
                repeated.count += 1
                state.repeated[sort] = repeated
                return false
            }
            if let over = state.repeated.removeValue(forKey: sort) { Self.close(over, in: &state) }
            if state.repeated.count < Self.capacity { state.repeated[sort] = Repeated(first: access) }
            Self.add(access, to: &state)
            return true
        }
        if isNew { wake.yield() }
    }

    /// Closes the counts of accesses that began more than a minute before `now`.
    func close(at now: Timestamp) {
        state.withLock { state in
            for (sort, repeated) in state.repeated
            where now.microseconds - repeated.first.at.microseconds >= Self.window {
                state.repeated[sort] = nil
                Self.close(repeated, in: &state)
            }
        }
        wake.yield()
    }

    /// Returns the oldest queued rows, at most `limit`, and the rows lost since the last call.
    func next(limit: Int) -> (rows: [Access], lost: Int) {
        state.withLock { state in
            defer { state.lost = 0 }
            return (Array(state.waiting.prefix(limit)), state.lost)
        }
    }

    /// Removes rows that were written.
    func written(_ count: Int) { state.withLock { $0.waiting.removeFirst(min(count, $0.waiting.count)) } }

    private static func close(_ repeated: Repeated, in state: inout State) {
        guard repeated.count > 0 else { return }
        let first = repeated.first
        add(
            Access(
                at: first.at,
                principal: first.principal,
                roles: first.roles,
                act: first.act,
                route: first.route,
                entity: first.entity,
                level: first.level,
                isGranted: first.isGranted,
                detail: "\(repeated.count) times more within a minute"
            ),
            to: &state
        )
    }

    private static func add(_ access: Access, to state: inout State) {
        guard state.waiting.count < capacity else {
            state.lost += 1
            state.totalLost += 1
            return
        }
        state.waiting.append(access)
    }
}

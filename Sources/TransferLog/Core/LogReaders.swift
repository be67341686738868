import Dispatch
import GRDB
import Localization
import LogTables
import Synchronization

/// The connections that read a log which is fully open.
struct LogReaders: Sendable {
    /// For queries that a person waits for.
    let prompt: ReadConnections
    /// For long work: pages of lists, searches, proofs, verifications and copies.
    ///
    /// Queries about placements never wait for it.
    let long: ReadConnections

    /// - Parameter configuration: the configuration of read-only connections.
    init(path: String, configuration: Configuration) {
        prompt = ReadConnections(path: path, configuration: configuration, pace: .prompt)
        long = ReadConnections(path: path, configuration: configuration, pace: .long)
    }

    subscript(pace: Pace) -> ReadConnections { pace == .long ? long : prompt }

    /// Closes the connections: interrupts long work, and waits for queries.
    func close() throws {
        try long.close()
        try prompt.close()
    }
}

/// Connections for reads of one pace; a read takes one of them for itself, or waits.
///
/// A read goes to the queue of its connection and back. GRDB's pool passes it through two more queues on the way, which
/// takes longer than a query about one entity.
final class ReadConnections: Sendable {
    private typealias Turn = CheckedContinuation<DatabaseQueue, any Error>

    private struct State {
        var opened: [DatabaseQueue] = []
        /// The number of connections that are open or being opened.
        var count = 0
        var idle: [DatabaseQueue] = []
        var waiting: [Turn] = []
        var isClosed = false
    }

    /// For long work: one each for lists, for searches and proofs, for a verification, and for a copy.
    private static let most = 4

    private let path: String
    private let configuration: Configuration
    private let pace: Pace
    private let state = Mutex(State())

    fileprivate init(path: String, configuration: Configuration, pace: Pace) {
        var configuration = configuration
        configuration.label = "outguide.log.\(pace)"
        // The threads of this quality of service run long work only; see also LongWorkExecutor.
        if pace == .long { configuration.qos = .utility }
        self.path = path
        self.configuration = configuration
        self.pace = pace
    }

    /// Runs `body` on one snapshot.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (Database) throws -> Answer) async throws -> Answer {
        let connection = try await withCheckedThrowingContinuation(take)
        defer { putBack(connection) }
        return try await connection.unsafeRead { [self] db in
            // SQLite must not get a connection that was closed meanwhile.
            guard !state.withLock({ $0.isClosed }) else { throw Self.closed }
            if pace == .long { Pace.lowerThread() }
            try db.run("BEGIN")
            defer {
                do { try db.run("COMMIT") } catch { try? db.rollback() }
            }
            return try body(db)
        }
    }

    /// Interrupts long reads in progress, and closes the connections after the others.
    fileprivate func close() throws {
        let (opened, waiting) = state.withLock { state in
            state.isClosed = true
            defer { (state.opened, state.idle, state.waiting) = ([], [], []) }
            return (state.opened, state.waiting)
        }
        for turn in waiting { turn.resume(throwing: Self.closed) }
        if pace == .long { for connection in opened { connection.interrupt() } }
        for connection in opened { try connection.close() }
    }

    /// Resumes `turn` with a connection: an idle one, a new one, or the next that is put back.
    private func take(_ turn: Turn) {
        enum Choice {
            case idle(DatabaseQueue)
            case new, later, none
        }
        let choice: Choice = state.withLock { state in
            if state.isClosed { return .none }
            if let connection = state.idle.popLast() { return .idle(connection) }
            if state.count < Self.most {
                state.count += 1
                return .new
            }
            state.waiting.append(turn)
            return .later
        }
        switch choice {
        case .idle(let connection): turn.resume(returning: connection)
        case .new: open(for: turn)
        case .later: break
        case .none: turn.resume(throwing: Self.closed)
        }
    }

    private func putBack(_ connection: DatabaseQueue) {
        let next = state.withLock { state -> Turn? in
            guard !state.isClosed else { return nil }
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(connection)
            return nil
        }
        next?.resume(returning: connection)
    }

    /// Opens a connection on a thread that may block.
    private func open(for turn: Turn) {
        Self.opening.async { [self] in
            do {
                let connection = try DatabaseQueue(path: path, configuration: configuration)
                let isTooLate = state.withLock { state in
                    if !state.isClosed { state.opened.append(connection) }
                    return state.isClosed
                }
                guard !isTooLate else {
                    try connection.close()
                    throw Self.closed
                }
                turn.resume(returning: connection)
            } catch {
                // Whoever waits tries for itself: perhaps no connection is left that is put back.
                let next = state.withLock { state -> Turn? in
                    guard !state.isClosed, !state.waiting.isEmpty else {
                        state.count -= 1
                        return nil
                    }
                    return state.waiting.removeFirst()
                }
                turn.resume(throwing: error)
                if let next { open(for: next) }
            }
        }
    }

    private static let opening = DispatchQueue(label: "outguide.log.opening", attributes: .concurrent)
    private static let closed = TransferLogError.closed(Message("it was closed while it was read"))
}

import NIOCore
import NIOPosix

/// Asks the daemon over its Unix socket, and keeps one connection for many requests.
///
/// A request whose connection ends before the answer is sent once more, on a new connection; writes bear
/// the same ``IdempotencyKey`` then, so that nothing is done twice. What the daemon does without heed of keys
/// (a backup, a rebuild, another key) is sent once only. Requests that run at the same time have
/// a connection each.
public actor DaemonClient {
    /// Most bytes of an answer.
    public static let longestAnswer = 16 << 20
    /// How long a client that was asked to be patient waits for a daemon that is just starting.
    public static let patience = Duration.seconds(1)
    /// Between two tries of a patient client.
    private static let pause = Duration.milliseconds(20)

    /// Where the daemon listens.
    public nonisolated let socketPath: String
    nonisolated let limits: TimeLimits
    nonisolated let group: MultiThreadedEventLoopGroup
    private let awaitsStart: Bool
    private let makeKey: @Sendable () -> IdempotencyKey
    private let noteTimeZone: @Sendable (String) -> Void
    private let longestAnswer: Int
    /// The connection that nobody uses now.
    private var idle: Connection?
    /// Whether an answer came from a log that the daemon does not trust.
    public private(set) var sawUntrustedLog = false

    /// A client that connects with its first request.
    ///
    /// - Parameters:
    ///   - awaitsStart: whether to try for ``patience`` when nobody listens.
    ///   - makeKey: makes the key of each write.
    ///   - noteTimeZone: learns the time zone of the site with each answer: its name, or a POSIX rule.
    public init(
        socketPath: String,
        limits: TimeLimits = TimeLimits(),
        awaitsStart: Bool = false,
        longestAnswer: Int = DaemonClient.longestAnswer,
        makeKey: @escaping @Sendable () -> IdempotencyKey = IdempotencyKey.random,
        noteTimeZone: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.socketPath = socketPath
        self.limits = limits
        self.awaitsStart = awaitsStart
        self.longestAnswer = longestAnswer
        self.noteTimeZone = noteTimeZone
        self.makeKey = makeKey
        self.group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    }

    /// Closes the connection and ends the thread of the client; nothing can be asked after it.
    public func close() async {
        idle?.close()
        idle = nil
        // It fails only when it was shut down before.
        try? await group.shutdownGracefully()
    }

    /// Sends `request`, once more if it is repeatable and the connection ends before the answer.
    func answer(to request: DaemonRequest) async throws(DaemonClientError) -> DaemonAnswer {
        let first = try await connection()
        do throws(ExchangeFault) {
            return try await exchange(request, over: first)
        } catch {
            guard error == .lost, request.isRepeatable, !Task.isCancelled else { throw failure(of: request, error) }
        }
        let second: Connection
        do throws(DaemonClientError) {
            second = try await connect()
        } catch {
            // The first try may have arrived, so this is not a daemon that was never reached.
            throw error == .cancelled ? error : .connectionLost(path: socketPath)
        }
        do throws(ExchangeFault) {
            return try await exchange(request, over: second)
        } catch {
            throw failure(of: request, error)
        }
    }

    /// The key of a new write.
    func newKey() -> IdempotencyKey { makeKey() }

    private func exchange(
        _ request: DaemonRequest,
        over connection: Connection
    ) async throws(ExchangeFault) -> DaemonAnswer {
        let answer = try await connection.answer(to: request)
        if idle == nil { idle = connection } else { connection.close() }
        if answer.isUntrusted { sawUntrustedLog = true }
        if let zone = answer.timeZone { noteTimeZone(zone) }
        return answer
    }

    /// The idle connection while the daemon still holds it, else a new one.
    private func connection() async throws(DaemonClientError) -> Connection {
        if let kept = idle {
            idle = nil
            if kept.isOpen { return kept }
        }
        return try await connect()
    }

    private func connect() async throws(DaemonClientError) -> Connection {
        let group = group
        let longest = longestAnswer
        return try await whenStarted { path async throws(ConnectFault) in
            try await Connection(path: path, group: group, longestAnswer: longest)
        }
    }

    /// Does `connect` until somebody listens, as long as patience lasts.
    func whenStarted<Result: Sendable>(
        _ connect: @Sendable (_ path: String) async throws(ConnectFault) -> Result
    ) async throws(DaemonClientError) -> Result {
        let clock = ContinuousClock()
        let end = clock.now + (awaitsStart ? Self.patience : .zero)
        while true {
            do throws(ConnectFault) {
                return try await connect(socketPath)
            } catch {
                guard case .absent = error, clock.now < end, !Task.isCancelled else { throw failure(of: error) }
            }
            try? await clock.sleep(for: Self.pause)
        }
    }

    private func failure(of fault: ConnectFault) -> DaemonClientError {
        switch fault {
        case .absent(let reason), .failed(let reason): .unreachable(path: socketPath, reason: reason)
        case .denied: .notPermitted(path: socketPath)
        case .pathTooLong: .pathTooLong(socketPath)
        }
    }

    private func failure(of request: DaemonRequest, _ fault: ExchangeFault) -> DaemonClientError {
        switch fault {
        case .lost: Task.isCancelled ? .cancelled : .connectionLost(path: socketPath)
        case .timedOut: .timedOut(request.timeLimit)
        case .answerTooLong: .answerTooLong(limit: longestAnswer)
        case .malformed(let reason): .malformedAnswer(reason)
        }
    }
}

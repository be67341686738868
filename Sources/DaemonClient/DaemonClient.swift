import NIOCore
import NIOPosix
public import Wire

/// Sends requests to the daemon over its Unix socket, keeping one connection for many requests.
///
/// If a connection ends before the response, the request is repeated once on a new connection; a write then has the
/// same ``IdempotencyKey``, so that it takes effect only once. Requests that cannot have a key, such as the pairing of a
/// scanner, are sent only once. Concurrent requests use separate connections.
public actor DaemonClient {
    /// The maximum size of a response, in bytes.
    public static let longestAnswer = 16 << 20
    /// How long a client that awaits the daemon's start keeps trying to connect.
    public static let patience = Duration.seconds(1)
    /// The pause between attempts to connect.
    private static let pause = Duration.milliseconds(20)

    /// The path of the daemon's socket.
    public nonisolated let socketPath: String
    /// The requests that may be sent; nil for all.
    private let asks: [EndpointOutline]?
    private let limits: TimeLimits
    nonisolated let group: MultiThreadedEventLoopGroup
    private let awaitsStart: Bool
    private let language: String?
    private let makeKey: @Sendable () -> IdempotencyKey
    private let noteTimeZone: @Sendable (String) -> Void
    private let longestAnswer: Int
    /// The idle connection, if any.
    private var idle: Connection?
    /// Whether a response came from a log that the daemon does not trust.
    public private(set) var sawUntrustedLog = false

    /// Creates a client, which connects with its first request.
    ///
    /// - Parameters:
    ///   - asks: the requests that may be sent, which are those that a command lists; nil for all.
    ///   - awaitsStart: whether to keep trying for ``patience`` while no process listens.
    ///   - language: the value of `Accept-Language`; nil for English.
    ///   - makeKey: creates the key of each write.
    ///   - noteTimeZone: is called with the site's time zone for each response: its name, or a POSIX rule.
    public init(
        socketPath: String,
        asks: [EndpointOutline]? = nil,
        limits: TimeLimits = TimeLimits(),
        awaitsStart: Bool = false,
        longestAnswer: Int = DaemonClient.longestAnswer,
        language: String? = nil,
        makeKey: @escaping @Sendable () -> IdempotencyKey = IdempotencyKey.random,
        noteTimeZone: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.socketPath = socketPath
        self.asks = asks
        self.limits = limits
        self.awaitsStart = awaitsStart
        self.longestAnswer = longestAnswer
        self.noteTimeZone = noteTimeZone
        self.language = language
        self.makeKey = makeKey
        self.group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    }

    /// Returns a client for the same daemon and the same requests that has connections and time limits of its own.
    public nonisolated func another(limits: TimeLimits) -> DaemonClient {
        DaemonClient(
            socketPath: socketPath,
            asks: asks,
            limits: limits,
            longestAnswer: longestAnswer,
            language: language,
            makeKey: makeKey,
            noteTimeZone: noteTimeZone
        )
    }

    /// Closes the connection and ends the client's thread; no requests can be sent afterwards.
    public func close() async {
        idle?.close()
        idle = nil
        // This fails only if it was shut down before.
        try? await group.shutdownGracefully()
    }

    /// Sends `request`, and repeats it once if it is repeatable and the connection ends before the response.
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
            // The first attempt may have arrived, so this is not an unreachable daemon.
            throw error == .cancelled ? error : .connectionLost(path: socketPath)
        }
        do throws(ExchangeFault) {
            return try await exchange(request, over: second)
        } catch {
            throw failure(of: request, error)
        }
    }

    /// Checks that this client may send a request.
    ///
    /// - Throws: ``DaemonClientError/unlistedRequest(_:)`` if the command does not list it.
    public nonisolated func check(_ outline: EndpointOutline) throws(DaemonClientError) {
        if let asks, !asks.contains(where: { $0.id == outline.id }) { throw .unlistedRequest(outline.name) }
    }

    /// Returns a new request; throws if it may not be sent.
    nonisolated func request(
        _ outline: EndpointOutline,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        body: ByteBuffer? = nil,
        type: String = DaemonClient.jsonType
    ) throws(DaemonClientError) -> DaemonRequest {
        try check(outline)
        return DaemonRequest(
            outline,
            at: segment,
            query: query,
            body: body,
            type: type,
            language: language,
            key: makeKey(),
            within: limits.limit(outline.patience)
        )
    }

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

    /// Returns the idle connection if it is still open, otherwise a new one.
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

    /// Runs `connect` repeatedly until a process listens, at most for ``patience``.
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

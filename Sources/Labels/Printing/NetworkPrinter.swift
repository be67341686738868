/// A printer that takes ZPL straight from the network.
///
/// It is asked how it is, before and after, so that nothing counts as printed that is not. One that never answers has
/// to be declared so; what it took counts as printed then.
actor NetworkPrinter {
    private let host: String
    private let port: UInt16
    private let name: String
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    private var isAtWork = false
    /// What keeps it from going on with the document that it has.
    private var trouble: PrintError?

    private static let question = Array("~HS\r\n".utf8)
    private static let longestAnswer = 4_096
    private static let silence: Int32 = 3_000
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)

    init(host: String, port: UInt16) {
        self.host = host
        self.port = port
        name = PrinterAddress.socket(host: host, port: port).description
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// As ``SocketPress/check(host:port:answers:)``.
    func check(answers: Bool) throws(PrintError) {
        guard !isAtWork else {
            if let trouble { throw trouble }
            return
        }
        let connection = try SocketConnection(to: host, port: port)
        guard answers else { return }
        if let trouble = try ask(connection).trouble(of: name) { throw trouble }
    }

    /// As ``SocketPress/print(_:host:port:answers:begun:report:)``.
    func print(
        _ document: PrintDocument,
        answers: Bool,
        begun: @Sendable () async throws -> Void,
        report: @Sendable (PrintError?) async -> Void
    ) async throws {
        guard !document.bytes.isEmpty else { throw PrintError.emptyDocument }
        try check(answers: answers)
        try await begun()
        isAtWork = true
        defer {
            isAtWork = false
            trouble = nil
        }
        let connection = try SocketConnection(to: host, port: port)
        try connection.write(document.bytes)
        guard answers else { return try connection.finish() }
        var pause = Self.firstPause
        while true {
            let status = try ask(connection)
            if status.remaining == 0, status.obstacles.isEmpty, !status.isPaused { return }
            let now = status.trouble(of: name)
            if now != trouble {
                trouble = now
                await report(now)
            }
            try await Task.sleep(for: pause, clock: clock)
            pause = min(pause * 3 / 2, Self.longestPause)
        }
    }

    private func ask(_ connection: borrowing SocketConnection) throws(PrintError) -> SocketStatus {
        try connection.write(Self.question)
        let answer = try connection.read(
            upTo: Self.longestAnswer,
            milliseconds: Self.silence,
            until: SocketStatus.isWhole
        )
        guard let status = SocketStatus(answer) else {
            let words = answer.isEmpty ? "it does not say how it is" : "it does not answer in ZPL"
            throw .offline(printer: name, words: words + "; if it never does, set answers: false for it")
        }
        return status
    }
}

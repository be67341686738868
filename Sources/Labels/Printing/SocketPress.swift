/// Prints on printers that take ZPL straight from the network, without CUPS.
///
/// Each is asked how it is, before and after, so that nothing counts as printed that is not. One that never answers has
/// to be declared so; what it took counts as printed then.
public actor SocketPress {
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    /// What keeps each printer that has a document now from going on, nil when nothing does.
    private var atWork: [PrinterAddress: PrintError?] = [:]

    private static let question = Array("~HS\r\n".utf8)
    private static let longestAnswer = 4_096
    private static let silence: Int32 = 3_000
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)

    public init() {}

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Throws why the printer cannot print now.
    ///
    /// One that prints is not asked: many take one connection at a time. What it said last counts then.
    public func check(host: String, port: UInt16, answers: Bool) async throws(PrintError) {
        if let told = atWork[.socket(host: host, port: port)] {
            if let told { throw told }
            return
        }
        let connection = try SocketConnection(to: host, port: port)
        guard answers else { return }
        try Self.expectReady(connection, PrinterAddress.socket(host: host, port: port).description)
    }

    /// Prints `document` and returns once the printer says that nothing of it is left, however long that takes.
    ///
    /// What is thrown before `begun` was called means that the printer got nothing. What keeps it from going on is told
    /// to `report`, and nil once that is over. Whoever calls sees to it that nobody else prints there meanwhile.
    public func print(
        _ document: PrintDocument,
        host: String,
        port: UInt16,
        answers: Bool,
        begun: @Sendable () async throws -> Void,
        report: @Sendable (PrintError?) async -> Void
    ) async throws {
        let name = PrinterAddress.socket(host: host, port: port).description
        guard !document.bytes.isEmpty else { throw PrintError.emptyDocument }
        try await check(host: host, port: port, answers: answers)
        try await begun()
        let address = PrinterAddress.socket(host: host, port: port)
        atWork[address] = .some(nil)
        defer { atWork[address] = nil }
        let connection = try SocketConnection(to: host, port: port)
        try connection.write(document.bytes)
        guard answers else { return try connection.finish() }
        var pause = Self.firstPause
        var told: PrintError?
        while true {
            let status = try Self.ask(connection, name)
            if status.remaining == 0, status.obstacles.isEmpty, !status.isPaused { return }
            let trouble = status.trouble(of: name)
            if trouble != told {
                atWork[address] = .some(trouble)
                await report(trouble)
            }
            told = trouble
            try await Task.sleep(for: pause, clock: clock)
            pause = min(pause * 3 / 2, Self.longestPause)
        }
    }

    private static func expectReady(_ connection: borrowing SocketConnection, _ name: String) throws(PrintError) {
        let status = try ask(connection, name)
        if let trouble = status.trouble(of: name) { throw trouble }
    }

    private static func ask(_ connection: borrowing SocketConnection, _ name: String) throws(PrintError) -> SocketStatus
    {
        try connection.write(question)
        let answer = try connection.read(upTo: longestAnswer, milliseconds: silence, until: SocketStatus.isWhole)
        guard let status = SocketStatus(answer) else {
            let words = answer.isEmpty ? "it does not say how it is" : "it does not answer in ZPL"
            throw .offline(printer: name, words: words + "; if it never does, set answers: false for it")
        }
        return status
    }
}

/// Questions to a printer that takes ZPL, and its answers; one at a time, since a slow one answers late.
struct PrinterTalk: ~Copyable {
    /// How long a write waits for the printer to take something.
    static let blocking = Duration.milliseconds(500)

    private let connection: SocketConnection
    private let name: String
    /// What has come of the answer that is waited for; nil when nothing was asked.
    private var owed: [UInt8]?

    private static let status = Array("~HS\r\n".utf8)
    private static let longestAnswer = 4_096
    /// A printer at work may take seconds.
    private static let patience: Int32 = 10_000

    init(_ connection: consuming SocketConnection, _ name: String) {
        self.connection = connection
        self.name = name
    }

    /// How the printer is; throws when it does not say so for a long time, or says what is no status.
    mutating func status() throws(PrintError) -> SocketStatus {
        guard let status = try answer(within: Self.patience) else {
            let words = owed?.isEmpty == false ? "it does not answer in ZPL" : "it does not say how it is"
            throw .silent(printer: name, words: words)
        }
        return status
    }

    /// The same; nil when it has not answered in that time, and then its answer is still waited for.
    mutating func answer(within milliseconds: Int32) throws(PrintError) -> SocketStatus? {
        if owed == nil {
            try connection.writeAll(Self.status)
            owed = []
        }
        let known = owed ?? []
        let part = try connection.read(upTo: Self.longestAnswer - known.count, milliseconds: milliseconds) { part in
            SocketStatus.isWhole(known + part)
        }
        let all = known + part
        guard SocketStatus.isWhole(all) || all.count >= Self.longestAnswer else {
            owed = all
            return nil
        }
        owed = nil
        return SocketStatus(all)
    }

    /// What a counter says.
    enum Count {
        case value(Int)
        /// The printer does not keep it.
        case unknown
        case silence
    }

    /// Asks for a counter, when no other answer is owed.
    mutating func value(of counter: LabelCounter, milliseconds: Int32) throws(PrintError) -> Count {
        guard owed == nil else { return .silence }
        try connection.writeAll(counter.question)
        let answer = try connection.read(
            upTo: Self.longestAnswer,
            milliseconds: milliseconds,
            until: counter.isWhole
        )
        guard counter.isWhole(answer) else { return .silence }
        return counter.count(in: answer).map { .value($0) } ?? .unknown
    }

    /// Which errors the printer has, in more detail than ``status()``, when no other answer is owed; nil when it does not
    /// say so in that time.
    mutating func errors(milliseconds: Int32) throws(PrintError) -> HostErrors? {
        guard owed == nil else { return nil }
        try connection.writeAll(HostErrors.question)
        let answer = try connection.read(upTo: Self.longestAnswer, milliseconds: milliseconds) { $0.contains(0x03) }
        return HostErrors(answer)
    }

    /// Sends the beginning of `bytes`, as much as it takes in half a second; returns the rest.
    func write(_ bytes: ArraySlice<UInt8>) throws(PrintError) -> ArraySlice<UInt8> {
        try connection.write(bytes, milliseconds: 500)
    }

    func finish() { connection.finish() }
}

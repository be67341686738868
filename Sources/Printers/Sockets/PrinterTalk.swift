import Localization

/// Queries to a printer that accepts ZPL, and its responses.
///
/// Only one query is outstanding, because a slow printer answers late.
struct PrinterTalk: ~Copyable {
    /// How long a write waits for the printer to accept data.
    static let blocking = Duration.milliseconds(500)

    private let connection: SocketConnection
    private let name: String
    /// The part of the outstanding response received so far; nil if no query is outstanding.
    private var owed: [UInt8]?

    private static let status = Array("~HS\r\n".utf8)
    private static let longestAnswer = 4_096
    /// A busy printer may take seconds.
    private static let patience: Int32 = 10_000

    init(_ connection: consuming SocketConnection, _ name: String) {
        self.connection = connection
        self.name = name
    }

    /// Returns the printer's status; throws if it does not answer for a long time or the answer is not a status.
    mutating func status() throws(PrintError) -> SocketStatus {
        guard let status = try answer(within: Self.patience) else {
            let words =
                owed?.isEmpty == false ? Message("it does not answer in ZPL") : Message("it does not say how it is")
            throw .silent(printer: name, words: words)
        }
        return status
    }

    /// Returns the printer's status, or nil if it has not answered in this time.
    ///
    /// The response then stays outstanding.
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

    /// The response to a query for a counter.
    enum Count {
        case value(Int)
        /// The printer does not support the counter.
        case unknown
        case silence
    }

    /// Queries a counter, if no other response is outstanding.
    mutating func value(of counter: LabelCounter, milliseconds: Int32) throws(PrintError) -> Count {
        guard owed == nil else { return .silence }
        try connection.writeAll(counter.question)
        let answer = try connection.read(upTo: Self.longestAnswer, milliseconds: milliseconds, until: counter.isWhole)
        guard counter.isWhole(answer) else { return .silence }
        return counter.count(in: answer).map { .value($0) } ?? .unknown
    }

    /// Queries the printer's errors, in more detail than ``status()``, if no other response is outstanding; returns nil
    /// if it does not answer in this time.
    mutating func errors(milliseconds: Int32) throws(PrintError) -> HostErrors? {
        guard owed == nil else { return nil }
        try connection.writeAll(HostErrors.question)
        let answer = try connection.read(upTo: Self.longestAnswer, milliseconds: milliseconds) { $0.contains(0x03) }
        return HostErrors(answer)
    }

    /// Sends as much of `bytes` as the printer accepts until it blocks for half a second; returns the rest.
    func write(_ bytes: ArraySlice<UInt8>) throws(PrintError) -> ArraySlice<UInt8> {
        try connection.write(bytes, milliseconds: 500)
    }

    func finish() { connection.finish() }
}

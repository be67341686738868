import Foundation
import Synchronization

/// A label printer on a port of this machine that takes ZPL, answers `~HS` and counts its labels, as those with a network card
/// do.
public final class SocketPrinter: Sendable {
    /// How it is.
    public struct Condition: Sendable {
        public var isOutOfLabels = false
        public var isOpen = false
        public var isWithoutRibbon = false
        public var isPaused = false
        /// Whether it says how it is at all.
        public var answers = true
        /// Whether it answers a byte now and then, and never comes to an end.
        public var dawdles = false
        /// Formats that it says it still has to print.
        public var remaining = 0
        /// Whether it hangs up as soon as it is sent a label.
        public var hangsUp = false
        /// Whether a label sticks out that has to be taken first.
        public var holdsLabel = false
        /// Whether its head is too hot to print.
        public var isTooHot = false
        /// Labels that it printed in its life; nil for one that does not count.
        public var count: Int? = 0
        /// Millimetres that it printed in its life, told in inches by `~HQOD`; nil for one that does not say.
        public var printed: Double?
        /// The flags of `~HQES`; nil for one that does not say them.
        public var errors: UInt32?
        /// Labels that still come out of it before somebody cancels the rest; nil when nobody does.
        public var comesOut: Int?

        public init() {}
    }

    private struct State {
        var condition = Condition()
        var formats: [[UInt8]] = []
        var questions = 0
        var isClosed = false
        /// Who asked and got no answer.
        var owed: [Int32] = []
    }

    public let port: UInt16
    private let descriptor: Int32
    private let isAlone: Bool
    /// Of each label, in millimetres.
    private static let labelLength = 50.0
    private let state = Mutex(State())

    /// With `oneAtATime` it listens to nobody else while somebody is connected, as many printers do.
    public static func with<Result>(
        oneAtATime isAlone: Bool = false,
        _ body: (SocketPrinter) async throws -> Result
    ) async throws -> Result {
        let printer = try SocketPrinter(isAlone: isAlone)
        defer { printer.close() }
        return try await body(printer)
    }

    private init(isAlone: Bool) throws {
        self.isAlone = isAlone
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        descriptor = socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard descriptor >= 0, code else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in accept() }
    }

    public var condition: Condition {
        get { state.withLock { $0.condition } }
        set { state.withLock { $0.condition = newValue } }
    }

    /// What it was sent between `^XA` and `^XZ`, in order.
    public var formats: [[UInt8]] { state.withLock { $0.formats } }

    /// How often it was asked how it is.
    public var questions: Int { state.withLock { $0.questions } }

    /// Answers from now on, also who asked before.
    public func answerLate() {
        let owed = state.withLock { state in
            state.condition.answers = true
            defer { state.owed = [] }
            return state.owed
        }
        for connection in owed { answer(connection) }
    }

    private func close() {
        state.withLock { $0.isClosed = true }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private func accept() {
        while true {
            let connection = Foundation.accept(descriptor, nil, nil)
            guard connection >= 0 else { break }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            if isAlone {
                serve(connection)
            } else {
                Thread.detachNewThread { [self] in serve(connection) }
            }
        }
        Foundation.close(descriptor)
    }

    private func serve(_ connection: Int32) {
        defer { Foundation.close(connection) }
        var waiting: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return }
            waiting += part.prefix(count)
            if let begin = waiting.firstRange(of: Array("^XA".utf8)) {
                if condition.hangsUp { return }
                guard let end = waiting.firstRange(of: Array("^XZ".utf8)) else { continue }
                take(Array(waiting[begin.lowerBound..<end.upperBound]))
                waiting.removeSubrange(..<end.upperBound)
                // There may be more formats, and a question after the last.
                while let begin = waiting.firstRange(of: Array("^XA".utf8)),
                    let end = waiting.firstRange(of: Array("^XZ".utf8))
                {
                    take(Array(waiting[begin.lowerBound..<end.upperBound]))
                    waiting.removeSubrange(..<end.upperBound)
                }
            }
            while let question = waiting.firstRange(of: Array("! U1 getvar ".utf8)),
                let end = waiting[question.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
            {
                let name = String(decoding: waiting[question.upperBound..<end], as: UTF8.self)
                waiting.removeSubrange(question.lowerBound...end)
                answer(name, connection)
            }
            while let question = waiting.firstRange(of: Array("~HQ".utf8)), waiting[question.upperBound...].count >= 2 {
                let end = question.upperBound + 2
                answer(toQuery: String(decoding: waiting[question.upperBound..<end], as: UTF8.self), connection)
                waiting.removeSubrange(question.lowerBound..<end)
            }
            while let question = waiting.firstRange(of: Array("~HS".utf8)) {
                waiting.removeSubrange(..<question.upperBound)
                answer(connection)
            }
        }
    }

    private func take(_ format: [UInt8]) {
        state.withLock { state in
            state.formats.append(format)
            if let left = state.condition.comesOut {
                guard left > 0 else { return }
                state.condition.comesOut = left - 1
            }
            state.condition.count = state.condition.count.map { $0 + 1 }
            state.condition.printed = state.condition.printed.map { $0 + Self.labelLength }
        }
    }

    /// What it says of a setting or a counter, in quotes; a question mark when it does not know it.
    private func answer(_ name: String, _ connection: Int32) {
        let now = condition
        guard now.answers else { return }
        let value = name.contains("odometer.total_label_count") ? now.count.map(String.init) ?? "?" : "?"
        _ = Array("\"\(value)\"".utf8).withUnsafeBytes {
            send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// As the ZPL II Programming Guide has it (`~HQ`); nothing when it does not know it.
    private func answer(toQuery query: String, _ connection: Int32) {
        let now = condition
        guard now.answers else { return }
        var lines: [String] = []
        switch query {
        case "ES":
            guard let errors = now.errors else { return }
            let digits = String(errors, radix: 16)
            let flags = String(repeating: "0", count: 8 - digits.count) + digits
            lines = [
                "PRINTER STATUS", "ERRORS:         \(errors == 0 ? 0 : 1) 00000000 \(flags)",
                "WARNINGS:       0 00000000 00000000",
            ]
        case "OD":
            guard let printed = now.printed else { return }
            let length = "\(Int(printed / 25.4)) \""
            lines = [
                "PRINT METERS", "TOTAL NONRESETTABLE:        \(length)", "USER RESETTABLE CNTR1:      \(length)",
                "USER RESETTABLE CNTR2:      \(length)",
            ]
        default: return
        }
        let text = "\u{2}\r\n" + lines.map { "  \($0)    \r\n" }.joined() + "\u{3}\r\n"
        _ = Array(text.utf8).withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// As the ZPL II Programming Guide has it, for a printer with a 203 dpi head.
    private func answer(_ connection: Int32) {
        let now = state.withLock { state in
            state.questions += 1
            return state.condition
        }
        guard now.answers else { return state.withLock { $0.owed.append(connection) } }
        while now.dawdles {
            guard send(connection, "0", 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
            usleep(100_000)
        }
        func flag(_ value: Bool) -> String { value ? "1" : "0" }
        let first =
            "030,\(flag(now.isOutOfLabels)),\(flag(now.isPaused)),0406,\(three(now.remaining)),0,0,0,000,0,0,\(flag(now.isTooHot))"
        let second =
            "001,0,\(flag(now.isOpen)),\(flag(now.isWithoutRibbon)),1,2,4,\(flag(now.holdsLabel)),00000000,1,000"
        let lines = [first, second, "1234,0"].map { "\u{2}\($0)\u{3}\r\n" }.joined()
        _ = Array(lines.utf8).withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func three(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 3 - text.count)) + text
    }
}

import Foundation
import Synchronization

/// A label printer on a port of this machine that takes ZPL and answers `~HS`, as those with a network card do.
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

        public init() {}
    }

    private struct State {
        var condition = Condition()
        var formats: [[UInt8]] = []
        var questions = 0
        var isClosed = false
    }

    public let port: UInt16
    private let descriptor: Int32
    private let isAlone: Bool
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
                state.withLock { $0.formats.append(Array(waiting[begin.lowerBound..<end.upperBound])) }
                waiting.removeSubrange(..<end.upperBound)
                // There may be more formats, and a question after the last.
                while let begin = waiting.firstRange(of: Array("^XA".utf8)),
                    let end = waiting.firstRange(of: Array("^XZ".utf8))
                {
                    state.withLock { $0.formats.append(Array(waiting[begin.lowerBound..<end.upperBound])) }
                    waiting.removeSubrange(..<end.upperBound)
                }
            }
            while let question = waiting.firstRange(of: Array("~HS".utf8)) {
                waiting.removeSubrange(..<question.upperBound)
                answer(connection)
            }
        }
    }

    /// As the ZPL II Programming Guide has it, for a printer with a 203 dpi head.
    private func answer(_ connection: Int32) {
        let now = state.withLock { state in
            state.questions += 1
            return state.condition
        }
        guard now.answers else { return }
        while now.dawdles {
            guard send(connection, "0", 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
            usleep(100_000)
        }
        func flag(_ value: Bool) -> String { value ? "1" : "0" }
        let first = "030,\(flag(now.isOutOfLabels)),\(flag(now.isPaused)),0406,\(three(now.remaining)),0,0,0,000,0,0,0"
        let second = "001,0,\(flag(now.isOpen)),\(flag(now.isWithoutRibbon)),1,2,4,0,00000000,1,000"
        let lines = [first, second, "1234,0"].map { "\u{2}\($0)\u{3}\r\n" }.joined()
        _ = Array(lines.utf8).withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func three(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 3 - text.count)) + text
    }
}

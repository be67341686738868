import Glibc

/// Many clients that ask as fast as they are answered, from one thread (poll(2)).
public struct LoadRun: Sendable {
    /// How many answers had each status.
    public private(set) var statuses: [Int: Int] = [:]
    /// Connections that ended, or could not be made, without an answer that says why.
    public private(set) var broken = 0

    private struct Client {
        let connection: RawClient
        var answer: [UInt8] = []
        /// Whether it was told that there are too many, and waits to be ended.
        var isTurnedAway = false
    }

    /// Holds `connections` open to the socket at `path`, each asking `request` again and again, for `seconds`.
    public init(path: String, connections: Int, seconds: Int, request: String) {
        let end = Self.now() + Int64(seconds) * 1_000
        var clients: [Client?] = Array(repeating: nil, count: connections)
        let bytes = Array(request.utf8)
        while Self.now() < end {
            for index in clients.indices where clients[index] == nil {
                guard let connection = RawClient(path: path) else {
                    broken += 1
                    continue
                }
                connection.send(bytes)
                clients[index] = Client(connection: connection)
            }
            var waiting = clients.map {
                pollfd(fd: $0?.connection.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&waiting, UInt(waiting.count), 100) > 0 else { continue }
            for (index, state) in waiting.enumerated() where state.revents != 0 {
                guard var client = clients[index] else { continue }
                let next = client.connection.receive()
                if next.isEmpty {
                    if !client.isTurnedAway { broken += 1 }
                    clients[index] = nil
                    continue
                }
                client.answer += next
                while let (status, length) = Self.answer(in: client.answer) {
                    statuses[status, default: 0] += 1
                    client.answer.removeFirst(length)
                    client.isTurnedAway = status == 503
                    if status != 503 { client.connection.send(bytes) }
                }
                clients[index] = client
            }
        }
    }

    /// The status and the length of the whole answer at the beginning of `bytes`; nil while it is not whole.
    private static func answer(in bytes: [UInt8]) -> (status: Int, length: Int)? {
        let end = Array("\r\n\r\n".utf8)
        guard let head = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count > 1, let status = Int(words[1]) else { return nil }
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) }
        guard let length, bytes.count >= head.upperBound + length else { return nil }
        return (status, head.upperBound + length)
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

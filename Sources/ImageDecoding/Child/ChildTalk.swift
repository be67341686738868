internal import Glibc

/// The talk with a child over its socket: the image goes out while the answer comes in, up to a point in time.
struct ChildTalk {
    enum Outcome {
        /// The child closed its end; ``ChildTalk/answer`` holds what it wrote.
        case hungUp
        case timedOut
        /// The answer is longer than it may be.
        case tooLong
    }

    private let socket: Int32
    private let answerLimit: Int
    private let deadline: ContinuousClock.Instant
    private(set) var answer: [UInt8] = []

    init(socket: Int32, answerLimit: Int, deadline: ContinuousClock.Instant) {
        self.socket = socket
        self.answerLimit = answerLimit
        self.deadline = deadline
    }

    /// Sends `image` and collects the answer; blocks.
    mutating func exchange(_ image: [UInt8]) -> Outcome {
        var rest = image[...]
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            var entry = pollfd(fd: socket, events: Int16(rest.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0)
            let ready = poll(&entry, 1, remainingMilliseconds())
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return .timedOut }
            if Int32(entry.revents) & POLLOUT != 0, !rest.isEmpty { send(&rest) }
            guard Int32(entry.revents) & (POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            // A child that leaves part of the image unread resets the connection after its answer.
            guard count > 0 else { return .hungUp }
            guard answer.count + count <= answerLimit else { return .tooLong }
            answer += chunk[..<count]
        }
    }

    private func send(_ rest: inout ArraySlice<UInt8>) {
        let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
        let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if count < 0, errno != EINTR, errno != EAGAIN {
            // It takes no more; what it answered is still to be read.
            rest = []
        }
        if rest.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
    }

    /// Until the deadline, rounded up; 0 when it has passed.
    private func remainingMilliseconds() -> Int32 {
        let left = (deadline - .now).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        let milliseconds = min(left.seconds, 1_000_000) * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
        return Int32(milliseconds)
    }
}

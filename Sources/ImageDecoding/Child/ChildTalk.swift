internal import Glibc

/// The exchange with a child over its socket: sends the image while receiving messages, and limits the time of each
/// page.
struct ChildTalk {
    enum Outcome: Equatable {
        /// The child closed its end.
        case hungUp
        /// The time for the whole file is over, or the child makes no progress.
        case timedOut
        /// The page exceeded the processor time for a page.
        case pageTooSlow
        /// The child's output exceeds its limit, or is not a valid message.
        case nonsense(ImageDecodingError)
    }

    private let child: pid_t
    private let socket: Int32
    private let limits: ImageLimits
    private let deadline: ContinuousClock.Instant
    private let stillness: Duration
    /// When the child counts as stalled unless it makes progress first.
    private var stillDeadline: ContinuousClock.Instant
    private var secondsSeen = 0.0
    /// The processor time of the child when it began the page.
    private var secondsBefore = 0.0
    private var bytesTaken = 0
    private var unread: [UInt8] = []
    /// The length of the prefix of ``unread`` that is known to contain no line end.
    private var searched = 0

    /// Creates an exchange in which a child counts as stalled after using no processor time for `stillness`.
    init(
        _ child: borrowing SpawnedChild,
        limits: ImageLimits,
        until deadline: ContinuousClock.Instant,
        stillness: Duration
    ) {
        self.child = child.identifier
        socket = child.socket
        self.limits = limits
        self.deadline = deadline
        self.stillness = stillness
        stillDeadline = .now + stillness
    }

    /// Sends `image` and passes every message to `take`; blocks.
    mutating func exchange(_ image: [UInt8], _ take: (DecoderMessage) -> Void) -> Outcome {
        var rest = image[...]
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            var entry = pollfd(fd: socket, events: Int16(rest.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0)
            let ready = poll(&entry, 1, patience())
            if ready < 0, errno == EINTR { continue }
            guard ready >= 0, ContinuousClock.now < min(deadline, stillDeadline) else { return .timedOut }
            if ready == 0 {
                let spent = spentSeconds()
                if spent - secondsBefore > Double(limits.pageSeconds) { return .pageTooSlow }
                // On a busy machine a child may be slow as long as it makes progress.
                if spent - secondsSeen > Self.leastProgress {
                    secondsSeen = spent
                    stillDeadline = .now + stillness
                }
                continue
            }
            if Int32(entry.revents) & POLLOUT != 0, !rest.isEmpty { send(&rest) }
            guard Int32(entry.revents) & (POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            // A child that leaves part of the image unread resets the connection after its answer.
            guard count > 0 else { return unread.isEmpty ? .hungUp : nonsense("it ended within a line") }
            bytesTaken += count
            guard bytesTaken <= limits.answerBytes + Self.room else {
                return nonsense("it wrote more than \(limits.answerBytes) bytes")
            }
            unread += chunk[..<count]
            do throws(ImageDecodingError) {
                try takeLines(take)
            } catch {
                return .nonsense(error)
            }
        }
    }

    private mutating func takeLines(_ take: (DecoderMessage) -> Void) throws(ImageDecodingError) {
        while let end = unread[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            let message = try DecoderMessage(line: unread[..<end])
            unread.removeSubrange(...end)
            searched = 0
            if case .progress(.begun) = message {
                secondsBefore = spentSeconds()
                stillDeadline = .now + stillness
            }
            take(message)
        }
        searched = unread.count
    }

    private func nonsense(_ reason: String) -> Outcome { .nonsense(.brokenAnswer(reason)) }

    private func send(_ rest: inout ArraySlice<UInt8>) {
        let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
        let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if count < 0, errno != EINTR, errno != EAGAIN {
            // The child accepts no more input; its answer must still be read.
            rest = []
        }
        if rest.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
    }

    /// The processor time that the child has used so far.
    private func spentSeconds() -> Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(child, &clock) == 0, clock_gettime(clock, &time) == 0 else { return secondsBefore }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Milliseconds until the next deadline or check of the child's clock, rounded up; 0 when it has passed.
    private func patience() -> Int32 {
        let left = min(min(deadline, stillDeadline) - .now, Self.interval).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        return Int32(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
    }

    /// How often the child's processor clock is checked.
    private static let interval = Duration.milliseconds(200)
    /// In seconds of processor time.
    private static let leastProgress = 0.01
    /// Additional space for progress messages, beyond the codes found.
    private static let room = 1 << 18
}

/// How a child process ended.
enum ChildEnd: Sendable, Equatable {
    case exited(Int32)
    case killed(Int32)
    /// The status was collected elsewhere; the kernel discards it when the host ignores SIGCHLD.
    case unknown

    /// Interprets a status of waitpid(2).
    init(waitStatus status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
    }

    /// The error for a child that ended this way without an answer.
    var error: ImageDecodingError {
        switch self {
        case .exited(127): .cannotStart("its libraries cannot be loaded")
        case .exited(let code): .brokenAnswer("it ended with exit code \(code) and no answer")
        case .killed(SIGXCPU): .timedOut
        case .killed(SIGKILL): .brokenAnswer("it was killed before it answered")
        case .killed(let signal): .crashed(signal: signal)
        case .unknown: .brokenAnswer("it ended without an answer")
        }
    }
}

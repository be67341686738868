public import Foundation
import Synchronization

/// A program that a test has started.
///
/// It gets three standard streams and nothing else that the test has open, so that pipes and sockets of other tests end
/// when those close them. Its end is waited for on a thread of its own.
public final class ChildProgram: Sendable {
    private enum State {
        case running([@Sendable (Int32) -> Void])
        case ended(Int32)
    }

    public let processIdentifier: pid_t
    /// Our ends of the pipes; -1 where there is none.
    private let input: Mutex<CInt>
    private let output: CInt
    private let errors: CInt
    private let state = Mutex(State.running([]))

    /// Starts the program at `path` with nothing but `environment`.
    public init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = ProcessInfo.processInfo.environment,
        input: ChildStream = .null,
        output: ChildStream = .null,
        errors: ChildStream = .null
    ) throws {
        // A child that does not read its input shall not end the tests.
        signal(SIGPIPE, SIG_IGN)
        let streams = try [(input, false), (output, true), (errors, true)].map(Self.ends)
        defer { for stream in streams where stream.isOurs { close(stream.child) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream.child, CInt(number))
        }
        // Closing what is not open is no error here (glibc, sysdeps/unix/sysv/linux/spawni.c).
        for descriptor in 3..<1_024 { posix_spawn_file_actions_addclose(&actions, CInt(descriptor)) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // It begins as in a shell, whatever this thread blocks and this process ignores.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ([path] + arguments).map { strdup($0) }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, path, &actions, &attributes, words + [nil], variables + [nil])
        guard code == 0 else {
            for stream in streams where stream.test >= 0 { close(stream.test) }
            throw ChildFault(description: "cannot start \(path): \(String(cString: strerror(code)))")
        }
        processIdentifier = process
        self.input = Mutex(streams[0].test)
        self.output = streams[1].test
        self.errors = streams[2].test
        Thread.detachNewThread { [self] in finish(Self.status(of: processIdentifier)) }
    }

    deinit {
        closeInput()
        for descriptor in [output, errors] where descriptor >= 0 { close(descriptor) }
    }

    public var isRunning: Bool {
        state.withLock {
            guard case .running = $0 else { return false }
            return true
        }
    }

    /// Sends it a signal, unless it has ended.
    public func send(_ signal: CInt) {
        state.withLock { if case .running = $0 { _ = kill(processIdentifier, signal) } }
    }

    /// Its exit status once it has ended; 128 and the signal when one ended it.
    public func status() async -> Int32 {
        await withCheckedContinuation { continuation in whenEnded { continuation.resume(returning: $0) } }
    }

    /// The same for tests that are not asynchronous: everything that it writes, and its exit status.
    public func outputAndStatus() -> (output: [UInt8], status: Int32) {
        let output = Self.rest(output)
        let ended = DispatchSemaphore(value: 0)
        let status = Mutex(Int32(-1))
        whenEnded { known in
            status.withLock { $0 = known }
            ended.signal()
        }
        ended.wait()
        return (output, status.withLock { $0 })
    }

    private func whenEnded(_ tell: @escaping @Sendable (Int32) -> Void) {
        let known: Int32? = state.withLock { state in
            switch state {
            case .ended(let status): return status
            case .running(let waiting):
                state = .running(waiting + [tell])
                return nil
            }
        }
        if let known { tell(known) }
    }

    /// Puts all of the bytes on its standard input, as far as it reads them.
    public func type(_ bytes: [UInt8]) async {
        await OwnThread.run { [self] in
            input.withLock { descriptor in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                    guard count > 0 else { return }
                    rest = rest.dropFirst(count)
                }
            }
        }
    }

    /// Ends its standard input.
    public func closeInput() {
        input.withLock { descriptor in
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }

    /// The next bytes of its standard output, once there are any; none at the end.
    func nextOutput() -> [UInt8] { Self.next(output) }

    /// Its standard output up to the piece with which it has said `words`, or to its end.
    public func output(until words: String) async -> String { await output { $0.contains(words) } }

    /// Its standard output up to the piece with which `isEnough`, or to its end.
    public func output(until isEnough: @escaping @Sendable (String) -> Bool) async -> String {
        await OwnThread.run { [self] in
            var bytes: [UInt8] = []
            while !isEnough(String(decoding: bytes, as: UTF8.self)), case let part = nextOutput(), !part.isEmpty {
                bytes += part
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The next that it says on standard error, once there is anything.
    public func nextError() async -> String {
        await OwnThread.run { [self] in String(decoding: Self.next(errors), as: UTF8.self) }
    }

    /// Everything that is left of its standard output.
    public func restOfOutput() async -> [UInt8] { await OwnThread.run { [self] in Self.rest(output) } }

    /// Everything that is left of its standard error.
    public func restOfErrors() async -> [UInt8] { await OwnThread.run { [self] in Self.rest(errors) } }

    private func finish(_ status: Int32) {
        let waiting = state.withLock { state -> [@Sendable (Int32) -> Void] in
            guard case .running(let waiting) = state else { return [] }
            state = .ended(status)
            return waiting
        }
        for tell in waiting { tell(status) }
    }

    private static func status(of process: pid_t) -> Int32 {
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private static func ends(
        of stream: ChildStream,
        isWritten: Bool
    ) throws -> (child: CInt, test: CInt, isOurs: Bool) {
        switch stream {
        case .descriptor(let descriptor): return (descriptor, -1, false)
        case .null:
            let descriptor = open("/dev/null", O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { throw ChildFault(description: "cannot open /dev/null") }
            return (descriptor, -1, true)
        case .pipe:
            var ends: [CInt] = [0, 0]
            guard Glibc.pipe(&ends) == 0 else { throw ChildFault(description: "cannot make a pipe") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return isWritten ? (ends[1], ends[0], true) : (ends[0], ends[1], true)
        }
    }

    private static func next(_ descriptor: CInt) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, used in
            used = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    private static func rest(_ descriptor: CInt) -> [UInt8] {
        var bytes: [UInt8] = []
        while case let part = next(descriptor), !part.isEmpty { bytes += part }
        return bytes
    }
}

import Dispatch
import Glibc

/// The built `outguide`, run as a person or a script runs it.
final class Program: Sendable {
    let process: pid_t
    private let input: CInt
    private let output: CInt
    private let errors: CInt

    /// Starts the program with these arguments and nothing but these variables in its environment.
    convenience init(_ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(bytes: arguments.map { Array($0.utf8) }, environment: environment)
    }

    /// The same with arguments in any encoding.
    init(bytes arguments: [[UInt8]], environment: [String: String] = [:]) throws {
        let path = try Self.path()
        let pipes = try (0..<3).map { _ in
            var ends: [CInt] = [0, 0]
            guard pipe(&ends) == 0 else { throw RunFault(description: "cannot make a pipe") }
            return ends
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1)
        posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2)
        // The pipes of other tests and the sockets of their stubs must end when these close them.
        // Closing what is not open is no error here (glibc, sysdeps/unix/sysv/linux/spawni.c).
        for descriptor in 3..<1_024 { posix_spawn_file_actions_addclose(&actions, CInt(descriptor)) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The networking library of the tests ignores SIGPIPE; the program begins as in a shell.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        let words = ([Array(path.utf8)] + arguments).map { bytes in
            strdup((bytes + [0]).map(CChar.init(bitPattern:)))
        }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, path, &actions, &attributes, words + [nil], variables + [nil])
        for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) }
        guard code == 0 else { throw RunFault(description: "cannot start \(path): \(String(cString: strerror(code)))") }
        self.process = process
        self.input = pipes[0][1]
        self.output = pipes[1][0]
        self.errors = pipes[2][0]
    }

    /// Runs the program to its end.
    static func run(
        _ arguments: [String],
        input: [UInt8] = [],
        environment: [String: String] = [:]
    ) async throws -> RunResult {
        let program = try Program(arguments, environment: environment)
        program.type(input)
        return await program.finish()
    }

    /// Puts bytes on its standard input.
    func type(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    }

    /// The next line of its standard output, without its end.
    func nextLine() async -> String {
        await Self.onOwnThread { [output] in
            var line: [UInt8] = []
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// Presses Ctrl-C.
    func interrupt() { kill(process, SIGINT) }

    /// Closes its standard output, as a reader does that has seen enough.
    func stopReading() { close(output) }

    /// Waits for what it still says and for its end, after the end of its input unless that is kept open.
    func finish(isRead: Bool = true, keepsInput: Bool = false) async -> RunResult {
        if !keepsInput { close(input) }
        defer { if keepsInput { close(input) } }
        async let told = Self.onOwnThread { [output] in isRead ? Self.drain(output) : [] }
        async let complaints = Self.onOwnThread { [errors] in Self.drain(errors) }
        let (bytes, errors) = await (told, complaints)
        let status = await Self.onOwnThread { [process] in
            var status: CInt = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        }
        return RunResult(status: status, outputBytes: bytes, errors: String(decoding: errors, as: UTF8.self))
    }

    private static func drain(_ descriptor: CInt) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &part, part.count)
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        close(descriptor)
        return bytes
    }

    private static func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }

    /// The program is built beside the test bundle.
    private static func path() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bundle = String(decoding: buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let slash = bundle.lastIndex(of: "/") else {
            throw RunFault(description: "cannot tell where the tests are")
        }
        return bundle[...slash] + "outguide"
    }
}

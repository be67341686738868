internal import CChildProcess
internal import Glibc

/// A running child process whose standard input and output are one socket; owns the other end.
struct SpawnedChild: ~Copyable {
    let identifier: pid_t
    let socket: Int32

    /// Starts `executable` with an empty environment, no other open files and default signal handling.
    init(executable: String, argument: String) throws(ImageDecodingError) {
        var ends: [Int32] = [-1, -1]
        // A socket rather than pipes, because writing to it does not raise SIGPIPE when the child is gone.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .cannotStart("no socket for it (errno \(errno))")
        }
        defer { close(ends[1]) }
        var identifier: pid_t = 0
        let code = Self.spawn(executable, argument, end: ends[1], &identifier)
        guard code == 0 else {
            close(ends[0])
            throw .cannotStart("\(executable) does not run (errno \(code))")
        }
        self.identifier = identifier
        self.socket = ends[0]
    }

    deinit { close(socket) }

    /// Waits until the child has ended; returns its status and the processor time that it used.
    consuming func wait() -> (ChildEnd, seconds: Double) {
        var status: Int32 = 0
        var usage = rusage()
        var result = wait4(identifier, &status, 0, &usage)
        while result < 0, errno == EINTR { result = wait4(identifier, &status, 0, &usage) }
        guard result == identifier else { return (.unknown, 0) }
        let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        let microseconds = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
        return (ChildEnd(waitStatus: status), seconds + microseconds / 1e6)
    }

    private static func spawn(
        _ executable: String,
        _ argument: String,
        end: Int32,
        _ identifier: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)

        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return ENOMEM }
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        // Dispatch threads block most signals, and the child would inherit the mask.
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // A separate process group, so that Ctrl-C for the daemon does not interrupt a running decode.
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))

        return executable.withCString { path in
            argument.withCString { argument in
                var arguments = [UnsafeMutablePointer(mutating: path), UnsafeMutablePointer(mutating: argument), nil]
                var environment: [UnsafeMutablePointer<CChar>?] = [nil]
                return posix_spawn(&identifier, path, &actions, &attributes, &arguments, &environment)
            }
        }
    }
}

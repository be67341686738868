internal import CChildProcess
internal import Glibc
internal import ImageDecoding

/// The limits that a child process sets for itself before it reads any input; none of them can be lifted again.
enum ChildConfinement {
    static func apply(_ limits: ImageLimits) throws(ImageDecodingError) {
        // The kernel kills the child when the thread that started it ends, even when the daemon is killed.
        try control("PR_SET_PDEATHSIG", PR_SET_PDEATHSIG, UInt(SIGKILL))
        try control("PR_SET_NO_NEW_PRIVS", PR_SET_NO_NEW_PRIVS, 1)
        try control("PR_SET_DUMPABLE", PR_SET_DUMPABLE, 0)
        try limit("RLIMIT_CORE", child_process_limit_core, 0)
        try limit("RLIMIT_FSIZE", child_process_limit_file_size, 0)
        // Enough for the fonts, libraries and tables that are opened before the lock.
        try limit("RLIMIT_NOFILE", child_process_limit_files, 8_192)
        // A library that tries to write a cache gets an error, and the child continues.
        signal(SIGXFSZ, SIG_IGN)
        // One second of grace before SIGKILL, so that SIGXCPU tells the parent the reason.
        try limit("RLIMIT_CPU", child_process_limit_cpu, limits.processorSeconds, grace: 1)
        try limit("RLIMIT_AS", child_process_limit_memory, limits.memoryBytes)
        offerToEndFirst()
    }

    /// Asks the kernel to kill this process before the daemon when memory runs out (proc(5), oom_score_adj).
    ///
    /// If /proc is not writable, the memory limit still applies.
    private static func offerToEndFirst() {
        let descriptor = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let score = Array("1000".utf8)
        _ = write(descriptor, score, score.count)
    }

    /// Forbids all system calls except those on memory, on open files and on the retained fonts, and those that start
    /// threads if the format needs them.
    ///
    /// On a kernel without such a filter, the other limits still apply.
    static func lock(allowsThreads: Bool) throws(ImageDecodingError) {
        if !allowsThreads {
            // Prevents forks and threads if the filter is missing; the kernel does not enforce this for root.
            try limit("RLIMIT_NPROC", child_process_limit_processes, 0)
        }
        // A few more than are open, for fonts that are opened twice.
        try limit("RLIMIT_NOFILE", child_process_limit_files, Int(child_process_kept()) + 16)
        let code = child_process_lock(allowsThreads)
        guard code == 0 || code == ENOSYS else { throw .cannotStart("it cannot lock itself in (errno \(code))") }
    }

    private static func limit(
        _ name: String,
        _ resource: Int32,
        _ value: Int,
        grace: rlim_t = 0
    ) throws(ImageDecodingError) {
        guard value >= 0, child_process_limit(resource, rlim_t(value), rlim_t(value) &+ grace) == 0 else {
            throw .cannotStart("\(name) cannot be \(value) (errno \(errno))")
        }
    }

    private static func control(_ name: String, _ option: Int32, _ value: UInt) throws(ImageDecodingError) {
        guard child_process_control(option, value) == 0 else {
            throw .cannotStart("\(name) cannot be set (errno \(errno))")
        }
    }
}

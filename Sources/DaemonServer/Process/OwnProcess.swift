import Glibc

/// What this process takes of the machine (proc(5)).
enum OwnProcess {
    /// Bytes of memory that are in use; nil when the kernel does not tell.
    static var residentBytes: Int? {
        guard let file = fopen("/proc/self/statm", "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
            separator: " "
        )
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// How many descriptors are open.
    static var openFiles: Int? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // Itself, "." and "..".
        return max(count - 3, 0)
    }

    /// How many descriptors may be open.
    static var mostFiles: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        return Int(clamping: limit.rlim_cur)
    }

    /// Descriptors that are left to the runtime and to the daemon's own files.
    ///
    /// libdispatch ends the program when it cannot open a file of the kernel (src/queue.c of swift-corelibs-libdispatch,
    /// `_dispatch_workq_count_runnable_workers`).
    static let descriptorReserve = 16

    /// Whether fewer descriptors than the reserve are left; a system call or two.
    ///
    /// Throws ``EnvironmentTrouble/noFilesOfMachine`` when the machine, and not this process, has too many open.
    static var isShortOfDescriptors: Bool {
        get throws(EnvironmentTrouble) {
            // The lowest number that is free.
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor < 0 else {
                close(descriptor)
                return Int(descriptor) >= mostFiles - descriptorReserve
            }
            guard errno != ENFILE else { throw .noFilesOfMachine }
            return errno == EMFILE
        }
    }

    /// Lets as many descriptors be open as the system allows this process: each client has one.
    static func allowManyFiles() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

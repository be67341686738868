import Glibc

/// The system resources that this process uses (proc(5)).
package enum OwnProcess {
    /// Resident memory in bytes; nil when the kernel does not report it.
    package static var residentBytes: Int? {
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

    /// The number of open descriptors.
    package static var openFiles: Int? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // Do not count the directory's own descriptor, "." and "..".
        return max(count - 3, 0)
    }

    /// The maximum number of open descriptors.
    package static var mostFiles: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        return Int(clamping: limit.rlim_cur)
    }

    /// Descriptors reserved for the runtime and the daemon's own files.
    ///
    /// libdispatch terminates the program when it cannot open a kernel file (src/queue.c of
    /// swift-corelibs-libdispatch, `_dispatch_workq_count_runnable_workers`).
    static let descriptorReserve = 16

    /// Whether fewer descriptors than the reserve are left; takes one or two system calls.
    ///
    /// Throws ``EnvironmentTrouble/noFilesOfMachine`` when the machine, rather than this process, has too many open
    /// files.
    package static var isShortOfDescriptors: Bool {
        get throws(EnvironmentTrouble) {
            // open(2) returns the lowest free descriptor.
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor < 0 else {
                close(descriptor)
                return Int(descriptor) >= mostFiles - descriptorReserve
            }
            guard errno != ENFILE else { throw .noFilesOfMachine }
            return errno == EMFILE
        }
    }

    /// Raises the limit on open descriptors to the maximum allowed for this process, because each client needs one.
    package static func allowManyFiles() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

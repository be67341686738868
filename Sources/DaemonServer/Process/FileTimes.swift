import Glibc

/// When files were written.
enum FileTimes {
    /// Seconds since 1970 at which the file at `path` was last written; nil when there is none.
    static func modified(_ path: String) -> Double? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }
}

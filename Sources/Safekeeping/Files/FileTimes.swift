import Glibc

/// Determines when files were last written.
public enum FileTimes {
    /// The modification time of the file at `path`, in seconds since 1970; nil when it does not exist.
    public static func modified(_ path: String) -> Double? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }
}

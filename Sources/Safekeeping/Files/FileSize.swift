import Glibc

/// Determines the size of files.
public enum FileSize {
    public static func bytes(of path: String) throws(BackupError) -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .files(path: path, reason: String(cString: strerror(errno))) }
        return Int64(status.st_size)
    }
}

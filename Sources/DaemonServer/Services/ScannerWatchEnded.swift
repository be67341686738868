import Glibc

/// Plugging and unplugging can no longer be seen; the daemon ends, so that it is started anew.
struct ScannerWatchEnded: Error, Sendable, CustomStringConvertible {
    /// An `errno`.
    let code: Int32

    var description: String {
        "cannot follow which scanners are plugged in: \(String(cString: strerror(code)))"
    }
}

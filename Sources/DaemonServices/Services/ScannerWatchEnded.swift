import Glibc

/// The daemon can no longer detect plugging and unplugging of scanners; it ends so that it is restarted.
struct ScannerWatchEnded: Error, Sendable, CustomStringConvertible {
    /// An `errno`.
    let code: Int32

    var description: String {
        "cannot follow which scanners are plugged in: \(String(cString: strerror(code)))"
    }
}

import Glibc

/// The clocks of the kernel, in microseconds.
///
/// What scanners send is timed by the one that nobody can set: a computer that gets the right time in the middle of a
/// barcode must not take its halves for two, nor two readings for one.
enum KernelClock {
    /// Since the machine started, also while it slept.
    static var now: Int64 { read(CLOCK_BOOTTIME) }

    /// Since 1970 UTC, as the time of day is kept now.
    static func timeOfDay(of instant: Int64) -> Int64 { read(CLOCK_REALTIME) &- (now &- instant) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

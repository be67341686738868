import Glibc

/// The kernel's clocks, in microseconds.
///
/// Scanner input is timed with a clock that cannot be set: if the computer's time is corrected in the middle of a
/// barcode, its halves must not be taken for two readings, nor two readings for one.
enum KernelClock {
    /// Microseconds since the machine started, including time asleep.
    static var now: Int64 { read(CLOCK_BOOTTIME) }

    /// Microseconds since 1970 UTC at `instant`, by the current setting of the clock.
    static func timeOfDay(of instant: Int64) -> Int64 { read(CLOCK_REALTIME) &- (now &- instant) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

import Glibc

/// The time of day of the kernel, for what a transport does not give a time with.
enum WallClock {
    /// In microseconds since 1970 UTC.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

internal import Glibc
internal import ImageDecoding

/// The processor clock of the calling thread, which stops while other threads run.
enum ProcessorTime {
    /// In seconds.
    static var now: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A keyboard event from the kernel.
enum KernelEvent: Equatable {
    /// `value` is 1 for down, 0 for up, 2 for repeat; `time` is in microseconds since the machine started.
    case key(code: UInt16, value: Int32, time: Int64)
    /// The kernel's buffer overflowed, and earlier events were lost.
    case dropped(time: Int64)

    var time: Int64 {
        switch self {
        case .key(_, _, let time), .dropped(let time): time
        }
    }
}

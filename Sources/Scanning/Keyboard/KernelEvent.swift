/// What the kernel says of a keyboard.
enum KernelEvent: Equatable {
    /// `value` is 1 for down, 0 for up, 2 for a repetition; `time` is in microseconds since 1970 UTC.
    case key(code: UInt16, value: Int32, time: Int64)
    /// The buffer of the kernel overflowed, and events from before this one are lost.
    case dropped
}

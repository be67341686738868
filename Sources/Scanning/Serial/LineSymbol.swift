/// A unit received over a serial line.
enum LineSymbol: Equatable {
    case byte(UInt8)
    /// A byte with a parity or framing error, or a break.
    case damaged
}

/// Why the configured line settings of a serial scanner are invalid.
public enum SerialLineError: Error, Sendable, Equatable, CustomStringConvertible {
    case speed(Int)
    case dataBits(Int)
    case stopBits(Int)

    public var description: String {
        switch self {
        case .speed(let speed):
            "cannot read a line at the speed \(speed): give one of "
                + SerialLine.speeds.map(String.init).joined(separator: ", ")
        case .dataBits(let count): "cannot read a line with \(count) data bits: give 7 or 8"
        case .stopBits(let count): "cannot read a line with \(count) stop bits: give 1 or 2"
        }
    }
}

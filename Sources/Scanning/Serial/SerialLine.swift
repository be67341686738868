public import Localization

/// The line settings of a serial scanner; USB scanners that only emulate a serial line ignore them.
public struct SerialLine: Sendable, Hashable, CustomStringConvertible {
    public enum Parity: String, Sendable, Hashable, CaseIterable {
        case none, even, odd
    }

    /// The speeds that scanners support, in bits per second.
    public static let speeds = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600]

    /// The usual factory setting: 9600 bits per second, 8 data bits, no parity, 1 stop bit.
    public static let common = SerialLine(checkedSpeed: 9_600, dataBits: 8, parity: .none, stopBits: 1)

    /// In bits per second; one of ``speeds``.
    public let speed: Int
    /// 7 or 8.
    public let dataBits: Int
    public let parity: Parity
    /// 1 or 2.
    public let stopBits: Int

    /// Creates line settings; throws a ``SerialLineError`` that names the invalid part.
    public init(
        speed: Int = 9_600,
        dataBits: Int = 8,
        parity: Parity = .none,
        stopBits: Int = 1
    ) throws(SerialLineError) {
        guard Self.speeds.contains(speed) else { throw .speed(speed) }
        guard (7...8).contains(dataBits) else { throw .dataBits(dataBits) }
        guard (1...2).contains(stopBits) else { throw .stopBits(stopBits) }
        self.init(checkedSpeed: speed, dataBits: dataBits, parity: parity, stopBits: stopBits)
    }

    /// Such as `9600 bits per second, 8 data bits, no parity`.
    public var description: String {
        "\(speed) bits per second, \(dataBits) data bits, \(parity == .none ? "no" : parity.rawValue) parity"
    }

    private init(checkedSpeed speed: Int, dataBits: Int, parity: Parity, stopBits: Int) {
        self.speed = speed
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
    }
}

/// Why the configured line settings of a serial scanner are invalid.
public enum SerialLineError: Error, Sendable, Equatable, MessageConvertible {
    case speed(Int)
    case dataBits(Int)
    case stopBits(Int)

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .speed(let speed):
            Message(
                "cannot read a line at the speed \(.number(Int64(speed)), "speed"): give one of "
                    + "\(SerialLine.speeds.map(String.init).joined(separator: ", "), "speeds")"
            )
        case .dataBits(let count):
            Message(
                "cannot read a line with {count} data bit: give 7 or 8",
                plural: "cannot read a line with {count} data bits: give 7 or 8",
                count: count
            )
        case .stopBits(let count):
            Message(
                "cannot read a line with {count} stop bit: give 1 or 2",
                plural: "cannot read a line with {count} stop bits: give 1 or 2",
                count: count
            )
        }
    }
}

/// Separates good from damaged bytes in the output of a terminal with PARMRK: `ff 00 xx` marks xx, and `ff ff` is ff.
struct LineMarks {
    private enum State {
        case plain, marked, damaged
    }

    private var state = State.plain

    /// The symbol that the byte completes; nil while a mark is incomplete.
    mutating func take(_ byte: UInt8) -> LineSymbol? {
        switch (state, byte) {
        case (.plain, 0xff):
            state = .marked
            return nil
        case (.plain, _):
            return .byte(byte)
        case (.marked, 0):
            state = .damaged
            return nil
        case (.marked, _):
            state = .plain
            return byte == 0xff ? .byte(byte) : .damaged
        case (.damaged, _):
            state = .plain
            return .damaged
        }
    }
}

/// A unit received over a serial line.
enum LineSymbol: Equatable {
    case byte(UInt8)
    /// A byte with a parity or framing error, or a break.
    case damaged
}

/// An instant in UTC with a resolution of one microsecond.
///
/// The text form is RFC 3339 with exactly six decimals and `Z`, so that texts sort like instants.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z; never negative.
    public let microseconds: Int64

    /// The last instant of the year 9999, the latest that the text form can express.
    public static let latest = Timestamp(clamping: 253_402_300_799_999_999)

    /// Creates an instant; values outside 1970…9999 are clamped.
    public init(clamping microseconds: Int64) { self.microseconds = min(max(microseconds, 0), 253_402_300_799_999_999) }

    /// Parses `YYYY-MM-DDThh:mm:ss[.f…]` followed by `Z` or an offset `±hh:mm` (RFC 3339, section 5.6).
    ///
    /// Decimals after the sixth are cut. Returns nil for anything else and for instants outside 1970…9999.
    public init?(rfc3339 text: some StringProtocol) {
        var scanner = DigitScanner(text.utf8)
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2), scanner.skip(":"),
            let second = scanner.number(2)
        else { return nil }
        let fraction = scanner.skip(".") ? scanner.microseconds() : 0
        guard let fraction, let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        self.init(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            microsecond: fraction,
            secondsEastOfUTC: offset
        )
    }

    /// Creates the instant of a date and time; nil if it does not exist or lies outside 1970…9999.
    ///
    /// A leap second counts as the second before it.
    public init?(
        year: Int,
        month: Int,
        day: Int,
        hour: Int,
        minute: Int,
        second: Int,
        microsecond: Int = 0,
        secondsEastOfUTC offset: Int = 0
    ) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...CalendarDay.days(in: month, of: year)).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0..<61).contains(second), (0..<1_000_000).contains(microsecond),
            (-86_400...86_400).contains(offset)
        else { return nil }
        let days = CalendarDay(year: year, month: month, day: day).daysSince1970
        let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + min(second, 59) - offset)
        let total = seconds * 1_000_000 + Int64(microsecond)
        guard (0...Self.latest.microseconds).contains(total) else { return nil }
        self.microseconds = total
    }

    /// The instant as RFC 3339 text, 27 characters.
    public var rfc3339: String {
        let seconds = microseconds / 1_000_000
        let day = CalendarDay(daysSince1970: Int(seconds / 86_400))
        let clock = Int(seconds % 86_400)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        Self.append(day.year, digits: 4, then: "-", to: &bytes)
        Self.append(day.month, digits: 2, then: "-", to: &bytes)
        Self.append(day.day, digits: 2, then: "T", to: &bytes)
        Self.append(clock / 3_600, digits: 2, then: ":", to: &bytes)
        Self.append(clock / 60 % 60, digits: 2, then: ":", to: &bytes)
        Self.append(clock % 60, digits: 2, then: ".", to: &bytes)
        Self.append(Int(microseconds % 1_000_000), digits: 6, then: "Z", to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { rfc3339 }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    /// Returns the instant `seconds` later, or earlier if negative.
    public func advanced(bySeconds seconds: Int) -> Timestamp {
        let step = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
        let sum = microseconds.addingReportingOverflow(step.partialValue)
        guard !step.overflow, !sum.overflow else { return Timestamp(clamping: seconds < 0 ? 0 : .max) }
        return Timestamp(clamping: sum.partialValue)
    }

    private static func append(_ value: Int, digits: Int, then separator: Unicode.Scalar, to bytes: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
        bytes.append(UInt8(ascii: separator))
    }
}

/// Reads the fixed-width digits and signs of an RFC 3339 text.
struct DigitScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes.prefix(64)) }

    var isAtEnd: Bool { index == bytes.count }

    /// Reads exactly `count` digits; returns nil if there are fewer.
    mutating func number(_ count: Int) -> Int? {
        guard index + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + count] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        index += count
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// Reads one or more decimals as microseconds; returns nil if there are none.
    mutating func microseconds() -> Int? {
        var value = 0
        var count = 0
        while index < bytes.count, (48...57).contains(bytes[index]) {
            if count < 6 { value = value * 10 + Int(bytes[index] - 48) }
            count += 1
            index += 1
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 6 - count) { value *= 10 }
        return value
    }

    /// Reads `Z` or `±hh:mm` as seconds east of UTC; returns nil for anything else.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

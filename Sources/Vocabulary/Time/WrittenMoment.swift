/// A time as people write it: an instant, or a minute or a day of local time.
public struct WrittenMoment: Sendable, Hashable {
    /// The precision of the text.
    public enum Precision: Sendable, Hashable {
        case day
        case minute
        case second
    }

    /// The reason why a text names no time.
    public enum Fault: Error, Sendable, Hashable {
        case unreadable
        /// The local clock skipped the time, or the calendar skipped the day.
        case skipped
    }

    /// The first instant.
    public let first: Timestamp
    /// The last instant.
    ///
    /// In an hour that is repeated, that of the second occurrence.
    public let last: Timestamp
    public let precision: Precision
    /// Whether the local time occurs twice and the text does not state which is meant.
    public let isAmbiguous: Bool
    private let dayEnd: Timestamp

    /// Parses RFC 3339 (`2026-01-31T13:45:00Z`), a day (`2026-01-31`), or a minute or second by `clock` (`2026-01-31
    /// 13:45`), optionally followed by ` UTC`, `Z`, an offset (` +01:00`) or the local abbreviation (` MST`).
    ///
    /// - Throws: ``Fault`` if it is none of these, or a time or day that was skipped.
    public init(_ text: some StringProtocol, by clock: LocalClock) throws(Fault) {
        let text = String(text.prefix(64))
        if let instant = Timestamp(rfc3339: text) {
            self.init(first: instant, last: instant, .second)
            return
        }
        guard let day = CalendarDay(String(text.prefix(10))), day.year >= 1_970 else { throw .unreadable }
        guard text.utf8.count > 10 else {
            let (start, end) = (clock.start(of: day), clock.end(of: day))
            guard start <= end else { throw .skipped }
            self.init(first: start, last: Self.last(of: end), .day, dayEnd: end)
            return
        }
        guard let (second, precision, name) = Self.timeOfDay(text.dropFirst(10)) else { throw .unreadable }
        if name == "UTC" || name == "Z" {
            self.init(LocalClock.utc.instants(on: day, at: second), precision)
            return
        }
        var scanner = DigitScanner(name.utf8)
        if let offset = scanner.offset(), scanner.isAtEnd {
            self.init(LocalClock(secondsEastOfUTC: offset).instants(on: day, at: second), precision)
            return
        }
        let candidates = clock.instants(on: day, at: second)
        guard !candidates.isEmpty else { throw .skipped }
        let meant = name.isEmpty ? candidates : candidates.filter { clock.abbreviation(at: $0) == name }
        guard !meant.isEmpty else { throw .unreadable }
        self.init(meant, precision)
    }

    /// The due time, in whole seconds.
    ///
    /// A day is due at its end, 23:59:59 local time; a minute is due when it begins.
    public var due: Timestamp {
        let instant = precision == .day ? dayEnd : last
        let unit: Int64 = precision == .minute ? 60_000_000 : 1_000_000
        return Timestamp(clamping: instant.microseconds / unit * unit)
    }

    private init(_ instants: [Timestamp], _ precision: Precision) {
        let (first, last) = (instants.first ?? Timestamp(clamping: 0), instants.last ?? .latest)
        let seconds = precision == .minute ? 59 : 0
        let end = precision == .second ? last : Self.last(of: last.advanced(bySeconds: seconds))
        self.init(first: first, last: end, precision, isAmbiguous: instants.count > 1)
    }

    private init(
        first: Timestamp,
        last: Timestamp,
        _ precision: Precision,
        isAmbiguous: Bool = false,
        dayEnd: Timestamp? = nil
    ) {
        self.first = first
        self.last = last
        self.precision = precision
        self.isAmbiguous = isAmbiguous
        self.dayEnd = dayEnd ?? last
    }

    /// Returns the last instant of the second that begins at `second`.
    private static func last(of second: Timestamp) -> Timestamp { Timestamp(clamping: second.microseconds + 999_999) }

    /// Parses the text after the day: ` 13:45` or `T13:45:07`, each with an optional zone name.
    private static func timeOfDay(_ text: Substring) -> (second: Int, Precision, name: String)? {
        var scanner = DigitScanner(text.utf8)
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.number(2), hour < 24,
            scanner.skip(":"), let minute = scanner.number(2), minute < 60
        else { return nil }
        let hasSeconds = scanner.skip(":")
        guard let second = hasSeconds ? scanner.number(2) : 0, second < 60 else { return nil }
        let name = text.utf8.dropFirst(hasSeconds ? 9 : 6)
        guard name.isEmpty || name.first == UInt8(ascii: " ") || name.elementsEqual("Z".utf8) else { return nil }
        let word = name.first == UInt8(ascii: " ") ? name.dropFirst() : name
        guard name.isEmpty || !word.isEmpty else { return nil }
        let total = hour * 3_600 + minute * 60 + second
        return (total, hasSeconds ? .second : .minute, String(decoding: word, as: UTF8.self))
    }
}

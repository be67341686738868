/// The yearly daylight saving rule of a zone: a `TZ` string according to POSIX.1-2024, section 8.3, with the extended
/// hours of RFC 8536, section 3.3.1.
struct RecurringPeriods: Sendable, Hashable {
    /// The abbreviation of a local time and its offset from UTC.
    private struct Clock: Sendable, Hashable {
        let abbreviation: String
        let secondsEast: Int
    }

    /// The yearly period of summer time.
    ///
    /// Each moment is given in the local time that precedes it.
    private struct Summer: Sendable, Hashable {
        let clock: Clock
        let begin: YearlyMoment
        let end: YearlyMoment
    }

    /// The text of the rule.
    let text: String
    private let winter: Clock
    private let summer: Summer?

    /// Parses a rule; nil for any other text.
    init?(posix text: String) {
        guard text.utf8.count <= 256 else { return nil }
        self.text = text
        var scanner = RuleScanner(text)
        guard let winter = Self.clock(&scanner, after: nil) else { return nil }
        self.winter = winter
        guard !scanner.isAtEnd else {
            summer = nil
            return
        }
        guard let clock = Self.clock(&scanner, after: winter) else { return nil }
        // The default rule is that of the United States.
        if scanner.isAtEnd { scanner = RuleScanner(",M3.2.0,M11.1.0") }
        guard scanner.skip(","), let begin = YearlyMoment(&scanner), scanner.skip(","),
            let end = YearlyMoment(&scanner), scanner.isAtEnd
        else { return nil }
        summer = Summer(clock: clock, begin: begin, end: end)
    }

    func standard(from start: Int64) -> TimeZoneRules.Period {
        TimeZoneRules.Period(start: start, secondsEastOfUTC: winter.secondsEast, abbreviation: winter.abbreviation)
    }

    /// Returns the periods that begin in `year`, in order; empty for a zone without summer time.
    func periods(in year: Int) -> [TimeZoneRules.Period] {
        guard let summer else { return [] }
        let begin = TimeZoneRules.Period(
            start: summer.begin.second(in: year) - Int64(winter.secondsEast),
            secondsEastOfUTC: summer.clock.secondsEast,
            abbreviation: summer.clock.abbreviation
        )
        let end = standard(from: summer.end.second(in: year) - Int64(summer.clock.secondsEast))
        return begin.start < end.start ? [begin, end] : [end, begin]
    }

    /// Parses a name and an offset.
    ///
    /// POSIX counts offsets westward, and summer time is an hour ahead unless the rule states otherwise.
    private static func clock(_ scanner: inout RuleScanner, after winter: Clock?) -> Clock? {
        guard let name = scanner.name() else { return nil }
        if let winter, scanner.isAtEnd || scanner.isAt(",") {
            return Clock(abbreviation: name, secondsEast: winter.secondsEast + 3_600)
        }
        guard let west = scanner.time(hours: 0...24) else { return nil }
        return Clock(abbreviation: name, secondsEast: -west)
    }
}

/// A moment that recurs every year, such as two o'clock on the second Sunday of March.
private struct YearlyMoment: Sendable, Hashable {
    private enum Day: Sendable, Hashable {
        /// 1 to 365; the 29th of February is never counted.
        case numbered(Int)
        /// 0 to 365; the 29th of February is counted.
        case fromZero(Int)
        /// A weekday, 0 for Sunday, in week 1 to 4 of a month, or in its last week for 5.
        case weekday(Int, week: Int, month: Int)
    }

    private let day: Day
    private let seconds: Int

    init?(_ scanner: inout RuleScanner) {
        if scanner.skip("M") {
            guard let month = scanner.number(1...12), scanner.skip("."), let week = scanner.number(1...5),
                scanner.skip("."), let weekday = scanner.number(0...6)
            else { return nil }
            day = .weekday(weekday, week: week, month: month)
        } else if scanner.skip("J") {
            guard let number = scanner.number(1...365) else { return nil }
            day = .numbered(number)
        } else {
            guard let number = scanner.number(0...365) else { return nil }
            day = .fromZero(number)
        }
        guard scanner.skip("/") else {
            seconds = 7_200
            return
        }
        guard let seconds = scanner.time(hours: -167...167) else { return nil }
        self.seconds = seconds
    }

    /// Returns the moment in local time, as seconds since 1970-01-01 00:00 local time.
    func second(in year: Int) -> Int64 {
        let newYear = CalendarDay(year: year, month: 1, day: 1).daysSince1970
        let number: Int
        switch day {
        case .fromZero(let days): number = newYear + days
        case .numbered(let days):
            let isLeap = CalendarDay.days(in: 2, of: year) == 29
            number = newYear + days - 1 + (isLeap && days >= 60 ? 1 : 0)
        case .weekday(let weekday, let week, let month):
            let first = CalendarDay(year: year, month: month, day: 1)
            // `CalendarDay` counts Monday as 1 and Sunday as 7.
            let offset = (weekday - first.weekday % 7 + 7) % 7
            let last = CalendarDay.days(in: month, of: year)
            var day = 1 + offset + (week - 1) * 7
            while day > last { day -= 7 }
            number = first.daysSince1970 + day - 1
        }
        return Int64(number) * 86_400 + Int64(seconds)
    }
}

/// Reads the parts of a POSIX rule.
private struct RuleScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { index == bytes.count }

    func isAt(_ character: Unicode.Scalar) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: character) }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard isAt(character) else { return false }
        index += 1
        return true
    }

    /// Reads a name: three letters or more, or letters, digits and signs between `<` and `>`.
    mutating func name() -> String? {
        let isQuoted = skip("<")
        let start = index
        while index < bytes.count, Self.isNamed(bytes[index], isQuoted: isQuoted) { index += 1 }
        let name = bytes[start..<index]
        guard (3...16).contains(name.count), !isQuoted || skip(">") else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        var value = 0
        var digits = 0
        while index < bytes.count, (48...57).contains(bytes[index]), digits < 4 {
            value = value * 10 + Int(bytes[index] - 48)
            index += 1
            digits += 1
        }
        return digits > 0 && range.contains(value) ? value : nil
    }

    /// Reads `hh`, `hh:mm` or `hh:mm:ss`, with an optional sign, as seconds.
    mutating func time(hours range: ClosedRange<Int>) -> Int? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard let hours = number(0...max(range.upperBound, 24)) else { return nil }
        var seconds = hours * 3_600
        for unit in [60, 1] where skip(":") {
            guard let value = number(0...59) else { return nil }
            seconds += value * unit
        }
        return isNegative ? -seconds : seconds
    }

    private static func isNamed(_ byte: UInt8, isQuoted: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
        default: false
        }
    }
}

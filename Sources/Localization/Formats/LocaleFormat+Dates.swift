public import Vocabulary

extension LocaleFormat {
    /// Returns a day in figures or with a short month: `24.12.2026`, `24 Dec 2026`.
    public func text(of day: CalendarDay) -> String { text(row.date, day) }

    /// Returns a day as it stands in letters: `24. Dezember 2026`.
    public func longText(of day: CalendarDay) -> String { text(row.longDate, day) }

    /// Returns the time of day at an instant: `14:05`, `2:05 PM`.
    ///
    /// - Parameter isNamed: whether the abbreviation of the zone follows in any case. It always follows in UTC and in
    ///   an hour that the clock shows twice.
    public func time(
        of instant: Timestamp,
        by clock: LocalClock,
        hasSeconds: Bool = false,
        isNamed: Bool = false
    ) -> String {
        let day = clock.day(of: instant)
        let second = Self.secondOfDay(instant, by: clock)
        let name = clock.abbreviation(at: instant)
        let isClear = !isNamed && name != "UTC" && clock.instants(on: day, at: second).count == 1
        return text(hasSeconds ? row.timeWithSeconds : row.time, day, second) + (isClear ? "" : " \(name)")
    }

    /// Returns the date and time of an instant: `24.12.2026, 14:05`.
    public func text(
        of instant: Timestamp,
        by clock: LocalClock,
        hasSeconds: Bool = false,
        isNamed: Bool = false
    ) -> String {
        text(of: clock.day(of: instant)) + row.dateTimeSeparator
            + time(of: instant, by: clock, hasSeconds: hasSeconds, isNamed: isNamed)
    }

    /// Returns a time of day to the second, without a zone: `14:05:09`, `2:05:09 PM`.
    ///
    /// - Parameter second: the time of day in seconds.
    public func clockTime(_ second: Int) -> String {
        text(row.timeWithSeconds, CalendarDay(daysSince1970: 0), second)
    }

    private static func secondOfDay(_ instant: Timestamp, by clock: LocalClock) -> Int {
        let local = instant.microseconds / 1_000_000 + Int64(clock.secondsEastOfUTC(at: instant))
        return Int((local % 86_400 + 86_400) % 86_400)
    }

    /// Formats a pattern of CLDR (Unicode UTS #35, “Date Format Patterns”): the letters `y`, `M`, `d`, `H`, `h`, `m`,
    /// `s` and `a`; text in apostrophes stays as it is.
    private func text(_ pattern: String, _ day: CalendarDay, _ second: Int = 0) -> String {
        var (result, isQuoted): (String, Bool) = ("", false)
        var rest = Substring(pattern)
        while let letter = rest.first {
            let width = rest.prefix { $0 == letter }.count
            if letter == "'" {
                isQuoted.toggle()
                rest = rest.dropFirst()
            } else if !isQuoted, let field = field(letter, width, day, second) {
                result += field
                rest = rest.dropFirst(width)
            } else {
                result.append(letter)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private func field(_ letter: Character, _ width: Int, _ day: CalendarDay, _ second: Int) -> String? {
        let hour = second / 3_600
        return switch letter {
        case "y": number(day.year, width)
        case "M" where width == 3: row.shortMonths[day.month - 1]
        case "M" where width > 3: row.months[day.month - 1]
        case "M": number(day.month, width)
        case "d": number(day.day, width)
        case "H": number(hour, width)
        case "h": number((hour + 11) % 12 + 1, width)
        case "m": number(second / 60 % 60, width)
        case "s": number(second % 60, width)
        case "a": row.halves[hour < 12 ? 0 : 1]
        default: nil
        }
    }

    private func number(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return digits(String(repeating: "0", count: max(0, min(width, 4) - text.count)) + text)
    }
}

public import Vocabulary

/// The reason why a text names no day or time, with what may have been meant.
public enum CivilTimeError: Error, Sendable, Hashable {
    case unreadable
    /// The text has digits other than 0 to 9.
    case foreignDigits
    /// The numbers of a date fit several orders.
    case severalDays([CalendarDay])
    /// The year has two digits.
    case shortYear([CalendarDay])
    /// A weekday alone, which is the last or the next one; 1 for Monday.
    case lastOrNext(weekday: Int)
    /// The calendar does not have this day.
    case noSuchDay
    /// The day is not in the years 1970 to 9999.
    case outOfRange
    /// The clocks of the zone skipped this time, or the zone skipped this day.
    case skipped(String, zone: String)
}

extension CivilTimeError: CustomStringConvertible {
    /// The texts that may have been meant, each clear.
    public var candidates: [String] {
        switch self {
        case .severalDays(let days), .shortYear(let days): days.map(\.description)
        case .lastOrNext(let weekday): ["last", "next"].map { "\($0) \(CivilWords.weekdays[weekday - 1])" }
        case .unreadable, .foreignDigits, .noSuchDay, .outOfRange, .skipped: []
        }
    }

    /// The reason in words that continue “cannot read due: ”.
    ///
    /// - Parameter text: the text that was typed.
    public func description(of text: some StringProtocol) -> String {
        let quoted = "“\(text.prefix(40))”"
        let meant = candidates.map { "“\($0)”" }.joined(separator: " or ")
        return switch self {
        case .unreadable:
            "\(quoted) is not a time; write 2026-01-31, “2026-01-31 13:45”, 2026-01-31T13:45:00Z, yesterday, "
                + "“last tuesday” or “in 3 weeks”"
        case .foreignDigits: "\(quoted) has digits of another script; write 0 to 9"
        case .severalDays: "which number of \(quoted) is the day is unclear; write \(meant)"
        case .shortYear(let days):
            days.isEmpty
                ? "the year of \(quoted) has two digits; write four"
                : "the year of \(quoted) has two digits; write \(meant)"
        case .lastOrNext: "\(quoted) is the last or the next one; write \(meant)"
        case .noSuchDay: "\(quoted) is a day that does not exist"
        case .outOfRange: "\(quoted) is not between 1970 and 9999"
        case .skipped(let time, let zone): "the clocks in \(zone) skipped “\(time)”"
        }
    }

    public var description: String {
        if case .skipped(let time, _) = self { description(of: time) } else { description(of: "the text") }
    }
}

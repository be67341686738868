public import Vocabulary

extension Message {
    /// An instant in the words of the day: `today 14:05`, `yesterday 14:05`, or the date and time.
    public static func recent(_ instant: Timestamp, now: Timestamp, by clock: LocalClock) -> Message {
        switch clock.day(of: instant).daysSince1970 - clock.day(of: now).daysSince1970 {
        case 0: Message("today {time}", ["time": .time(instant)])
        case -1: Message("yesterday {time}", ["time": .time(instant)])
        case 1: Message("tomorrow {time}", ["time": .time(instant)])
        default: Message("{time}", context: "date and time", ["time": .instant(instant)])
        }
    }

    /// A day in the words of the day: `today`, `yesterday`, `tomorrow`, or the date.
    public static func recent(_ day: CalendarDay, today: CalendarDay) -> Message {
        switch day.daysSince1970 - today.daysSince1970 {
        case 0: Message("today")
        case -1: Message("yesterday")
        case 1: Message("tomorrow")
        default: Message("{day}", context: "date", ["day": .day(day)])
        }
    }

    /// How long something is overdue: `3 weeks late`; nil if it is not.
    ///
    /// Days count from midnight to midnight at the site, and fortnights and more are weeks. What was due on the same
    /// day is counted in hours.
    public static func lateness(due: Timestamp, now: Timestamp, by clock: LocalClock) -> Message? {
        guard now > due else { return nil }
        let days = clock.day(of: now).daysSince1970 - clock.day(of: due).daysSince1970
        if days >= 14 { return Message("{count} week late", plural: "{count} weeks late", count: days / 7) }
        if days > 0 { return Message("{count} day late", plural: "{count} days late", count: days) }
        let hours = Int((now.microseconds - due.microseconds) / 3_600_000_000)
        guard hours > 0 else { return Message("less than an hour late") }
        return Message("{count} hour late", plural: "{count} hours late", count: hours)
    }

    /// The distance of a day from today: `3 weeks ago`, `in 5 days`, `today`.
    public static func distance(to day: CalendarDay, today: CalendarDay) -> Message {
        let days = day.daysSince1970 - today.daysSince1970
        switch days {
        case -1...1: return recent(day, today: today)
        case ...(-14): return Message("{count} week ago", plural: "{count} weeks ago", count: -days / 7)
        case ..<0: return Message("{count} day ago", plural: "{count} days ago", count: -days)
        case 14...: return Message("in {count} week", plural: "in {count} weeks", count: days / 7)
        default: return Message("in {count} day", plural: "in {count} days", count: days)
        }
    }
}

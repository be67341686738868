import Vocabulary

/// Parses dates as terminals and spreadsheets write them, with English month names.
extension WrittenTime {
    static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var months = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    private static let weekdays: [String: Bool] = {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        var weekdays = ["tues": true, "thur": true, "thurs": true]
        for name in names {
            weekdays[name] = true
            weekdays[String(name.prefix(3))] = true
        }
        return weekdays
    }()

    mutating func readDay(_ tokens: inout TimeTokens, allowsNumbers: Bool) -> Bool {
        let start = (index: tokens.index, time: self)
        if tokens.word(in: Self.weekdays) != nil { tokens.skipAny(of: [",", "."]) }
        if let month = tokens.word(in: Self.months) {
            if readAfterMonth(month, &tokens) { return true }
        } else if case .number(let value, let digits) = tokens.next {
            tokens.index += 1
            switch digits {
            case 14:
                day = .day(year: value / 10_000_000_000, month: value / 100_000_000 % 100, day: value / 1_000_000 % 100)
                if setClock(value / 10_000 % 100, value / 100 % 100, value % 100) { return true }
            case 8:
                day = .day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
                return true
            case 6 where allowsNumbers:
                day = .numbers(value / 10_000, value / 100 % 100, value % 100, hasShortYear: true, hasDots: false)
                return true
            case 5 where allowsNumbers:
                let date = CalendarDay(daysSince1970: value - 25_569)
                day = .day(year: date.year, month: date.month, day: date.day)
                return true
            case 4:
                if readAfterYear(value, &tokens) { return true }
            case 1, 2:
                if readAfterNumber(value, &tokens) { return true }
            default: break
            }
        }
        self = start.time
        tokens.index = start.index
        return false
    }

    /// Parses `Jan 31, 2026`, and `Jan 31 13:45:00 2026` as `date` and `ctime` write it.
    private mutating func readAfterMonth(_ month: Int, _ tokens: inout TimeTokens) -> Bool {
        tokens.skipAny(of: [".", "-"])
        guard let number = tokens.number(1...2) else { return false }
        _ = tokens.word(in: ["st": true, "nd": true, "rd": true, "th": true])
        tokens.skipAny(of: [",", ".", "-"])
        if tokens.token(1) == .mark(":") {
            guard readClock(&tokens, allowsNumbers: false) else { return false }
            tokens.skipSpace()
        }
        guard let year = Self.year(&tokens) else { return false }
        day = .day(year: year, month: month, day: number)
        return true
    }

    /// Parses `2026-01-31`, `2026/1/31`, `2026.01.31` or `2026-Jan-31`.
    private mutating func readAfterYear(_ year: Int, _ tokens: inout TimeTokens) -> Bool {
        guard case .mark(let separator) = tokens.next, "-/.".contains(separator) else { return false }
        tokens.index += 1
        guard let month = tokens.word(in: Self.months) ?? tokens.number(1...2), tokens.skip(separator),
            let number = tokens.number(1...2)
        else { return false }
        day = .day(year: year, month: month, day: number)
        return true
    }

    /// Parses `31.01.2026`, `1/31/26`, `31-Jan-26` or `31 January 2026`.
    private mutating func readAfterNumber(_ first: Int, _ tokens: inout TimeTokens) -> Bool {
        let start = tokens.index
        _ = tokens.word(in: ["st": true, "nd": true, "rd": true, "th": true])
        tokens.skipAny(of: ["-", ".", "/"])
        if let month = tokens.word(in: Self.months) {
            tokens.skipAny(of: ["-", ".", "/", ","])
            guard let year = Self.year(&tokens) else { return false }
            day = .day(year: year, month: month, day: first)
            return true
        }
        tokens.index = start
        guard case .mark(let separator) = tokens.next, "-/.".contains(separator) else { return false }
        tokens.index += 1
        guard let second = tokens.number(1...2), tokens.skip(separator),
            case .number(let third, let digits) = tokens.next, digits == 2 || digits == 4
        else { return false }
        tokens.index += 1
        day = .numbers(first, second, third, hasShortYear: digits == 2, hasDots: separator == ".")
        // Without a valid date, this may be a time of day written with dots.
        return !orders.isEmpty
    }

    /// Parses a year of four or two digits.
    ///
    /// Two digits mean 1970 to 2069.
    private static func year(_ tokens: inout TimeTokens) -> Int? {
        if let year = tokens.number(4...4) { return year }
        guard tokens.token(1) != .mark(":") else { return nil }
        return tokens.number(2...2).map { $0 + ($0 < 70 ? 2_000 : 1_900) }
    }
}

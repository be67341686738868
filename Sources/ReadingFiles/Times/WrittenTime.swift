import Vocabulary

/// A time as written, before the order of the numbers in its date is decided.
struct WrittenTime: Sendable, Hashable {
    enum Day: Sendable, Hashable {
        case day(year: Int, month: Int, day: Int)
        /// Three numbers in unknown order.
        ///
        /// If each has two digits, the year may come first.
        case numbers(Int, Int, Int, hasShortYear: Bool, hasDots: Bool)
    }

    var day: Day?
    /// Microseconds since midnight, up to the midnight that ends the day.
    var clock: Int64?
    /// Seconds east of UTC, if the text states a zone.
    var offset: Int?
    /// The instant, if the text is a number of seconds or milliseconds since 1970.
    var instant: Timestamp?

    /// Parses a date, a time of day, or both in either order.
    ///
    /// - Parameter allowsNumbers: whether a bare number may be a time, as in a column that is known to hold times:
    ///   seconds or milliseconds since 1970, days since 1899-12-30 as spreadsheets count, or a date of six digits.
    init?(_ text: String, allowsNumbers: Bool) {
        self.init(nothing: ())
        guard var tokens = TimeTokens(text) else { return nil }
        if allowsNumbers, readNumber(&tokens), tokens.isAtEnd { return }
        (day, clock, offset, instant) = (nil, nil, nil, nil)
        tokens.index = 0
        if readDay(&tokens, allowsNumbers: allowsNumbers) {
            Self.skipJoint(&tokens)
            if clock == nil, !tokens.isAtEnd, !readClock(&tokens, allowsNumbers: allowsNumbers) { return nil }
        } else if readClock(&tokens, allowsNumbers: false) {
            Self.skipJoint(&tokens)
            _ = readDay(&tokens, allowsNumbers: allowsNumbers)
        }
        tokens.skipSpace()
        guard tokens.isAtEnd, day != nil || clock != nil, isPossible else { return nil }
    }

    /// Creates an empty time, to be filled by parsing.
    init(nothing: Void) {}

    /// The orders in which the numbers form a valid date; all of them if the order is unambiguous.
    var orders: Set<ReadingFileOptions.DateOrder> {
        guard case .numbers = day else { return Set(ReadingFileOptions.DateOrder.allCases) }
        return Set(ReadingFileOptions.DateOrder.allCases.filter { calendarDay($0) != nil })
    }

    /// Returns the day for this order of the numbers; nil if they form no valid date.
    func calendarDay(_ order: ReadingFileOptions.DateOrder) -> CalendarDay? {
        switch day {
        case nil: return nil
        case .day(let year, let month, let day): return Self.calendarDay(year, month, day)
        case .numbers(let first, let second, let third, let hasShortYear, _):
            func full(_ year: Int) -> Int { hasShortYear ? year + (year < 70 ? 2_000 : 1_900) : year }
            switch order {
            case .dayFirst: return Self.calendarDay(full(third), second, first)
            case .monthFirst: return Self.calendarDay(full(third), first, second)
            case .yearFirst: return hasShortYear ? Self.calendarDay(full(first), second, third) : nil
            }
        }
    }

    private static func calendarDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
        guard (1_970...9_998).contains(year), (1...12).contains(month),
            (1...CalendarDay.days(in: month, of: year)).contains(day)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private var isPossible: Bool {
        day == nil || ReadingFileOptions.DateOrder.allCases.contains { calendarDay($0) != nil }
    }

    /// Skips the separators that may stand between a date and a time of day.
    private static func skipJoint(_ tokens: inout TimeTokens) {
        tokens.skipAny(of: [",", "_"])
        if tokens.word(in: ["t": true, "at": true, "um": true]) != nil { tokens.skipSpace() }
        // As in 2026-01-31-13.45.00.
        if tokens.next == .mark("-"), case .number = tokens.token(1) { tokens.index += 1 }
    }

    private static let day1970 = 25_569

    /// Parses seconds or milliseconds since 1970, or a spreadsheet's days with a fraction.
    private mutating func readNumber(_ tokens: inout TimeTokens) -> Bool {
        guard case .number(let value, let digits) = tokens.next else { return false }
        tokens.index += 1
        var fraction = 0.0
        if digits != 13 {
            // A spreadsheet has the date and the time of day in two columns.
            let isInTwoColumns = digits == 5 && tokens.next == .space && tokens.token(1) == .number(0, digits: 1)
            if isInTwoColumns { tokens.index += 2 }
            if tokens.skip(".") || tokens.skip(",") {
                guard let (part, width) = tokens.decimals() else { return false }
                fraction = Double(part) / Self.power(width)
            } else if digits == 5, !isInTwoColumns {
                return false
            }
        }
        switch digits {
        case 10: instant = Timestamp(clamping: Int64(value) * 1_000_000 + Int64(fraction * 1e6))
        case 13: instant = Timestamp(clamping: Int64(value) * 1_000)
        case 5:
            let date = CalendarDay(daysSince1970: value - Self.day1970)
            day = .day(year: date.year, month: date.month, day: date.day)
            // The last decimals are rounding errors.
            clock = Int64((fraction * 86_400_000).rounded()) * 1_000
        default: return false
        }
        return true
    }

    static func power(_ digits: Int) -> Double { (0..<digits).reduce(1) { result, _ in result * 10 } }
}

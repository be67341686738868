/// Parses times of day, with an optional AM or PM and zone.
extension WrittenTime {
    /// Unambiguous zone abbreviations (RFC 5322, section 4.3, and those of Europe), in hours east of UTC.
    private static let zones: [String: Int] = [
        "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
        "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    ]

    /// Whether a text is only AM, PM or a zone of two letters or more.
    static func isSuffix(_ text: String) -> Bool {
        guard text.count > 1, var tokens = TimeTokens(text) else { return false }
        var time = WrittenTime(nothing: ())
        let isMeridiem = meridiem(&tokens) != nil
        let isZone = time.readZone(&tokens)
        return (isMeridiem || isZone) && tokens.isAtEnd
    }

    mutating func readClock(_ tokens: inout TimeTokens, allowsNumbers: Bool) -> Bool {
        guard case .number(let first, let digits) = tokens.next else { return false }
        let start = tokens.index
        tokens.index += 1
        var hour = first
        var (minute, second, fraction) = (0, 0, 0)
        switch digits {
        case 1, 2:
            if tokens.skip(":") {
                guard let found = tokens.number(1...2) else { return false }
                minute = found
                if tokens.skip(":") {
                    guard let found = tokens.number(1...2) else { return false }
                    second = found
                    fraction = Self.fraction(&tokens)
                }
            } else if let (found, seconds) = tokens.attempt(Self.dotted) {
                (minute, second) = (found, seconds)
            } else if tokens.attempt({ $0.word(in: ["h": true]) }) != nil, let found = tokens.number(2...2) {
                minute = found
            } else if allowsNumbers, first == 0, tokens.skip(".") || tokens.skip(","),
                let (part, width) = tokens.decimals()
            {
                // A spreadsheet's fraction of a day.
                clock = Int64((Double(part) / Self.power(width) * 86_400_000).rounded()) * 1_000
                return true
            } else {
                // A bare hour needs AM or PM.
                guard
                    tokens.attempt({ tokens in
                        tokens.skipSpace()
                        return Self.meridiem(&tokens)
                    }) != nil
                else {
                    tokens.index = start
                    return false
                }
                tokens.index = start + 1
            }
        case 4: (hour, minute) = (first / 100, first % 100)
        case 6:
            (hour, minute, second) = (first / 10_000, first / 100 % 100, first % 100)
            fraction = Self.fraction(&tokens)
        default: return false
        }
        if let isAfternoon = tokens.attempt({ tokens in
            tokens.skipSpace()
            return Self.meridiem(&tokens)
        }) {
            // 13:45 AM and 13:45 PM are both invalid.
            guard (0...12).contains(hour), !(hour == 0 && isAfternoon) else { return false }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let zone = tokens.attempt { tokens -> Int? in
            tokens.skipSpace()
            var time = WrittenTime(nothing: ())
            return time.readZone(&tokens) ? time.offset : nil
        }
        if let zone { offset = zone }
        guard setClock(hour, minute, second) else { return false }
        clock = (clock ?? 0) + Int64(fraction)
        return true
    }

    /// Sets the time of day.
    ///
    /// A leap second counts as the second before it; 24:00 ends the day.
    mutating func setClock(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
        guard
            (0..<24).contains(hour) && (0..<60).contains(minute) && (0...60).contains(second)
                || hour == 24 && minute == 0 && second == 0
        else { return false }
        clock = Int64(hour * 3_600 + minute * 60 + min(second, 59)) * 1_000_000
        return true
    }

    /// Parses `.45.00` after an hour.
    private static func dotted(_ tokens: inout TimeTokens) -> (Int, Int)? {
        guard tokens.skip("."), let minute = tokens.number(2...2), tokens.skip("."), let second = tokens.number(2...2)
        else { return nil }
        return (minute, second)
    }

    /// Returns the fraction of a second after a point, comma or colon, in microseconds; 0 if there is none.
    private static func fraction(_ tokens: inout TimeTokens) -> Int {
        tokens.attempt { tokens -> Int? in
            guard tokens.skip(".") || tokens.skip(",") || tokens.skip(":"), let (value, width) = tokens.decimals(),
                width <= 9
            else { return nil }
            return Int(Double(value) / power(width) * 1e6)
        } ?? 0
    }

    /// Parses `am`, `PM`, `a.m.` or `p`; returns true for the afternoon.
    private static func meridiem(_ tokens: inout TimeTokens) -> Bool? {
        let words = ["am": false, "pm": true, "a": false, "p": true]
        guard let isAfternoon = tokens.word(in: words) else { return nil }
        if tokens.skip(".") {
            guard tokens.word(in: ["m": true]) != nil else { return nil }
            _ = tokens.skip(".")
        }
        return isAfternoon
    }

    /// Parses `Z`, `UTC`, `MST`, `+01`, `+0100`, `-07:00` or `GMT+1`.
    mutating func readZone(_ tokens: inout TimeTokens) -> Bool {
        var isNamed = false
        if case .word(let name) = tokens.next, let hours = Self.zones[name] {
            tokens.index += 1
            offset = hours * 3_600
            guard name == "utc" || name == "gmt" else { return true }
            isNamed = true
        }
        guard tokens.next == .mark("+") || tokens.next == .mark("-"),
            case .number(let value, let digits) = tokens.token(1)
        else { return isNamed }
        let sign = tokens.next == .mark("-") ? -1 : 1
        var (hours, minutes) = (value, 0)
        tokens.index += 2
        switch digits {
        case 1, 2:
            if tokens.skip(":") {
                guard let found = tokens.number(2...2) else { return false }
                minutes = found
            }
        case 4: (hours, minutes) = (value / 100, value % 100)
        default: return false
        }
        guard hours <= 14, minutes < 60 else { return false }
        offset = sign * (hours * 3_600 + minutes * 60)
        return true
    }
}

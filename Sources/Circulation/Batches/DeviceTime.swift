/// What the clock of a terminal showed.
struct DeviceTime: Sendable, Hashable {
    /// Why a text is no time.
    enum Fault: Error, Sendable, Hashable {
        case noTime
        /// Day and month cannot be told apart.
        case ambiguous
    }

    var year: Int
    var month: Int
    var day: Int
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0
    /// Seconds east of UTC, where the text says so.
    var offset: Int?

    /// Reads a date and a time of day, in one text or in two.
    ///
    /// Dates are `2026-11-21`, `2026/11/21`, `20261121`, `21.11.2026`, or with slashes and the year last in the stated
    /// order; times `14:41`, `14:41:03`, `14:41:03.250`, `1441` or `144103`, with `Z` or `±hh:mm` behind or without.
    init(_ text: String, time: String? = nil, dates: BatchOptions.DateOrder?) throws(Fault) {
        var date = Substring(text)
        var clock = time.map { Substring($0) }
        if clock == nil, let gap = text.firstIndex(where: { $0 == "T" || $0 == " " }) {
            date = text[..<gap]
            clock = text[text.index(after: gap)...]
        } else if clock == nil, text.utf8.count == 14 {
            date = text.prefix(8)
            clock = text.dropFirst(8)
        }
        guard let clock else { throw .noTime }
        (year, month, day) = try Self.date(date, dates: dates)
        try readClock(clock)
    }

    /// `DATEyymmdd` and `TIMEhhmmss` of the portable format, without the words; the seconds may be missing.
    init(shortDate: Substring, clock: Substring) throws(Fault) {
        guard let numbers = Self.numbers(shortDate, widths: [2, 2, 2]) else { throw .noTime }
        // The century is that in which the format was in use.
        (year, month, day) = (numbers[0] + (numbers[0] < 70 ? 2_000 : 1_900), numbers[1], numbers[2])
        try readClock(clock)
    }

    private static func date(
        _ text: Substring,
        dates: BatchOptions.DateOrder?
    ) throws(Fault) -> (Int, Int, Int) {
        if let numbers = numbers(text, widths: [4, 2, 2]) { return (numbers[0], numbers[1], numbers[2]) }
        for separator in ["-", "/"] as [Character] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            if parts.count == 3, parts[0].utf8.count == 4, let numbers = numbers(parts) {
                return (numbers[0], numbers[1], numbers[2])
            }
        }
        let dotted = text.split(separator: ".", omittingEmptySubsequences: false)
        if dotted.count == 3, let numbers = numbers(dotted), dotted[2].utf8.count == 4 {
            return (numbers[2], numbers[1], numbers[0])
        }
        let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
        guard slashed.count == 3, let numbers = numbers(slashed), slashed[2].utf8.count == 4 else { throw .noTime }
        switch dates {
        case .dayFirst: return (numbers[2], numbers[1], numbers[0])
        case .monthFirst: return (numbers[2], numbers[0], numbers[1])
        case nil: throw .ambiguous
        }
    }

    private mutating func readClock(_ text: Substring) throws(Fault) {
        var rest = text
        if let mark = rest.last, mark == "Z" || mark == "z" {
            offset = 0
            rest = rest.dropLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let parts = rest[rest.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let numbers = Self.numbers(parts), numbers[0] < 24, numbers[1] < 60 else {
                throw .noTime
            }
            offset = (rest[sign] == "-" ? -1 : 1) * (numbers[0] * 3_600 + numbers[1] * 60)
            rest = rest[..<sign]
        }
        if let dot = rest.firstIndex(where: { $0 == "." || $0 == "," }) {
            let decimals = rest[rest.index(after: dot)...]
            guard (1...9).contains(decimals.utf8.count), let value = Int(decimals), value >= 0 else { throw .noTime }
            let padded = (decimals + "000000").prefix(6)
            microsecond = Int(padded) ?? 0
            rest = rest[..<dot]
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        let numbers =
            parts.count > 1
            ? Self.numbers(parts) : Self.numbers(rest, widths: [2, 2, 2]) ?? Self.numbers(rest, widths: [2, 2])
        guard let numbers, (2...3).contains(numbers.count) else { throw .noTime }
        (hour, minute, second) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
    }

    /// Numbers of one to four digits each.
    private static func numbers(_ parts: [Substring]) -> [Int]? {
        let numbers = parts.compactMap { part -> Int? in
            guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            return Int(part)
        }
        return numbers.count == parts.count ? numbers : nil
    }

    /// Numbers that stand side by side; nil unless the text is exactly as long as they are.
    private static func numbers(_ text: Substring, widths: [Int]) -> [Int]? {
        guard text.utf8.count == widths.reduce(0, +), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        var rest = text
        return widths.compactMap { width in
            defer { rest = rest.dropFirst(width) }
            return Int(rest.prefix(width))
        }
    }
}

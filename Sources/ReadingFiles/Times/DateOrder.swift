import Localization
import Vocabulary

/// Determines the order of the numbers in a file's dates from all of the dates.
struct DateOrderDecision {
    struct Value {
        let line: Int
        let text: String
        let time: WrittenTime
    }

    let stated: ReadingFileOptions.DateOrder?
    let now: Timestamp?

    /// Returns the order that fits every date.
    ///
    /// Refuses ambiguous dates.
    func order(of values: [Value]) throws(ReadingFileError) -> ReadingFileOptions.DateOrder {
        let dates = values.filter { if case .numbers = $0.time.day { true } else { false } }
        if let stated {
            for value in dates where value.time.calendarDay(stated) == nil {
                let fitting = MessageArgument.any(value.time.orders.map(\.rawValue).sorted().map { .text($0) })
                let what = Message(
                    "“\(value.text, "date")” is no date in the order \(stated.rawValue, "order"); it fits "
                        + "--dates \(fitting, "orders")"
                )
                throw .wrongLine(value.line, what)
            }
            return stated
        }
        var possible = Set(ReadingFileOptions.DateOrder.allCases)
        for value in dates {
            let fitting = possible.intersection(value.time.orders.filter { !isInTheFuture(value.time, $0) })
            guard !fitting.isEmpty else {
                let orders = MessageArgument.any(possible.map(\.rawValue).sorted().map { .text($0) })
                let what = Message(
                    "“\(value.text, "date")” does not have the order of the dates before it, \(orders, "orders"); "
                        + "make them alike"
                )
                throw .wrongLine(value.line, what)
            }
            possible = fitting
        }
        if let only = possible.first, possible.count == 1 { return only }
        // Dates with dots have the day first.
        if possible.contains(.dayFirst), dates.allSatisfy({ Self.hasDots($0.time) }) { return .dayFirst }
        let unclear = dates.first { value in Set(possible.map { value.time.calendarDay($0) }).count > 1 }
        guard let unclear else { return .dayFirst }
        let orders = ReadingFileOptions.DateOrder.allCases.filter(possible.contains).map(\.rawValue)
        let words = MessageArgument.any(orders.map { .text($0) })
        let what = Message(
            "which number is the day in “\(unclear.text, "date")” is unclear; state it with --dates \(words, "orders")"
        )
        throw .wrongLine(unclear.line, what)
    }

    /// Whether a date read with its two-digit year first is in the future.
    ///
    /// Such an order is ruled out: 27/11/26 is not a day of 2027 if it is 2026 now.
    private func isInTheFuture(_ time: WrittenTime, _ order: ReadingFileOptions.DateOrder) -> Bool {
        guard order == .yearFirst, let now, let day = time.calendarDay(order) else { return false }
        return Int64(day.daysSince1970 - 1) * 86_400_000_000 > now.microseconds
    }

    private static func hasDots(_ time: WrittenTime) -> Bool {
        if case .numbers(_, _, _, _, let hasDots) = time.day { hasDots } else { false }
    }
}

extension LocalClock {
    /// Returns the instants at which the clock shows this time: normally one, two in the hour that is repeated when
    /// summer time ends, none in the hour that is skipped when it begins.
    ///
    /// - Parameter microseconds: since midnight, up to the midnight that ends the day.
    func instants(of day: CalendarDay, microseconds: Int64, offset: Int?) -> [Timestamp] {
        let shown = Int64(day.daysSince1970) * 86_400_000_000 + microseconds
        func instant(_ offset: Int) -> Timestamp { Timestamp(clamping: shown - Int64(offset) * 1_000_000) }
        if let offset { return [instant(offset)] }
        // If the clocks change near that day, one of these offsets applies before the change and the other after it.
        let offsets = Set([-1, 1].map { secondsEastOfUTC(at: Timestamp(clamping: shown + $0 * 86_400_000_000)) })
        return offsets.filter { secondsEastOfUTC(at: instant($0)) == $0 }.map(instant).sorted()
    }
}

extension LocaleFormat {
    /// Returns these formats with the times and numbers of other locales, as `LC_TIME` and `LC_NUMERIC` select them.
    ///
    /// Lists keep the words of this language. A language outside the table has the formats of `C`, unless it is this
    /// one.
    public func with(times: LanguageTag, numbers: LanguageTag) -> LocaleFormat {
        let (times, numbers) = (row(of: times), row(of: numbers))
        var row = row
        (row.date, row.longDate, row.dateTimeSeparator) = (times.date, times.longDate, times.dateTimeSeparator)
        (row.time, row.timeWithSeconds, row.halves) = (times.time, times.timeWithSeconds, times.halves)
        (row.shortMonths, row.months) = (times.shortMonths, times.months)
        (row.decimalSeparator, row.zero) = (numbers.decimalSeparator, numbers.zero)
        (row.groupingSeparator, row.leastGroupedDigits) = (numbers.groupingSeparator, numbers.leastGroupedDigits)
        return LocaleFormat(tag: tag, paper: paper, row: row)
    }

    private func row(of other: LanguageTag) -> Row {
        let known = other.fallbacks.lazy.compactMap { Self.rows[$0.description] }.first
        return known ?? (other.language == tag.language ? row : .plain)
    }
}

extension Localizer {
    /// Returns this language with the times and numbers of other locales.
    public func with(times: LanguageTag, numbers: LanguageTag) -> Localizer {
        Localizer(source, format: format.with(times: times, numbers: numbers), clock: clock)
    }
}

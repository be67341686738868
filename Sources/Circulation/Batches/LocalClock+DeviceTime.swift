import Records

extension LocalClock {
    /// The instant at which the clocks show this; nil when no day has it.
    ///
    /// Of an hour that comes twice the first is meant; what the clocks skipped is counted on from the hour before.
    func instant(_ time: DeviceTime) -> Timestamp? {
        // Only what is right is looked up.
        let instant = Timestamp(
            year: time.year,
            month: time.month,
            day: time.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            microsecond: time.microsecond,
            secondsEastOfUTC: time.offset ?? 0
        )
        guard let instant, time.offset == nil else { return instant }
        let day = CalendarDay(year: time.year, month: time.month, day: time.day)
        let second = time.hour * 3_600 + time.minute * 60 + min(time.second, 59)
        let skipped = instant.advanced(bySeconds: -secondsEastOfUTC(at: start(of: day)))
        let found = instants(on: day, at: second).first ?? skipped
        return Timestamp(clamping: found.microseconds / 1_000_000 * 1_000_000 + Int64(time.microsecond))
    }
}

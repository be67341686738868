import Vocabulary

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

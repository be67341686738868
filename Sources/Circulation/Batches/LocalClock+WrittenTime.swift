import Records

extension LocalClock {
    /// The instants at which the clocks show this: one, two in the hour that comes twice when summer time ends, none in
    /// the hour that is left out when it begins.
    ///
    /// - Parameter microseconds: since midnight, up to the midnight that ends the day.
    func instants(of day: CalendarDay, microseconds: Int64, offset: Int?) -> [Timestamp] {
        let shown = Int64(day.daysSince1970) * 86_400_000_000 + microseconds
        func instant(_ offset: Int) -> Timestamp { Timestamp(clamping: shown - Int64(offset) * 1_000_000) }
        if let offset { return [instant(offset)] }
        // Where the clocks are changed near that day, one of these holds before and the other after the change.
        let offsets = Set([-1, 1].map { secondsEastOfUTC(at: Timestamp(clamping: shown + $0 * 86_400_000_000)) })
        return offsets.filter { secondsEastOfUTC(at: instant($0)) == $0 }.map(instant).sorted()
    }
}

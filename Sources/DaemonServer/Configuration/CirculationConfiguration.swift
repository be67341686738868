public import Circulation
import Glibc
public import Records

/// What an installation decides about lending and stations.
public struct CirculationConfiguration: Sendable {
    /// One of `stations`.
    public struct Station: Sendable, Hashable {
        /// `location`, `returns` and `signIn`.
        public var settings = StationSettings()
        /// `printer`: the CUPS destination for slips and labels of this station.
        public var printer: String?
    }

    /// `stations`: what is special about stations, by their `name`.
    public var stations: [StationName: Station] = [:]
    /// `idleSignOut`: seconds without a reading after which a station's clerk is signed out.
    public var idleSignOut = 3_600
    /// `loans`: for how long, how often and how much people may have things.
    public var loans = LoanTerms()
    /// `calendar`: the days on which things can be given back.
    public var calendar = WorkingCalendar()
    /// `timeZone`: where the clocks and calendars are by which days begin and end and times are shown; those of the
    /// machine when absent.
    public var clock = Self.machineClock
    /// `transitHours`: hours after which a thing on its way is late.
    public var transitHours = 24
    /// `functionCodes`: codes of another system, each with the command that it stands for.
    public var functionCodes: [String: ControlCommand] = [:]
    /// `outGuideSlip`: the label template of the slip for the place of a thing that is charged out; none when absent.
    public var outGuideSlip: String?

    private static var machineClock: LocalClock {
        TimeZoneDirectory.standard.machineClock(variable: getenv("TZ").map { String(cString: $0) })
    }
}

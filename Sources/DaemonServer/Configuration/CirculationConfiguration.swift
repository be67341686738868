public import Circulation
import Glibc
public import Vocabulary

/// The site's settings for charge-outs and stations.
public struct CirculationConfiguration: Sendable {
    /// One entry of `stations`.
    public struct Station: Sendable, Hashable {
        /// `location`, `returns` and `signIn`.
        public var settings = StationSettings()
        /// `printer`: the CUPS destination for slips and labels of this station.
        public var printer: String?
    }

    /// `stations`: settings of individual stations, by their `name`.
    public var stations: [StationName: Station] = [:]
    /// `idleSignOut`: seconds without a reading after which a station's clerk is signed out.
    public var idleSignOut = 3_600
    /// `loans`: for how long, how often and how many items custodians may charge out.
    public var loans = ChargeOutTerms()
    /// `calendar`: the days on which items can be returned.
    public var calendar = WorkingCalendar()
    /// `timeZone`: the site's time zone, which delimits days and is used to display times; the machine's when absent.
    public var clock = Self.machineClock
    /// `transitHours`: hours after which a transit is late.
    public var transitHours = 24
    /// `functionCodes`: command barcodes of another system, with the command that each represents.
    public var functionCodes: [String: ControlCommand] = [:]
    /// `outGuideSlip`: the label template of the slip that marks the place of a charged-out item; no slips when
    /// absent.
    public var outGuideSlip: String?

    private static var machineClock: LocalClock {
        TimeZoneDirectory.standard.machineClock(variable: getenv("TZ").map { String(cString: $0) })
    }
}

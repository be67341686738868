package import Circulation
import Glibc
package import Vocabulary

/// The site's settings for charge-outs and stations.
package struct CirculationConfiguration: Sendable {
    /// One entry of `stations`.
    package struct Station: Sendable, Hashable {
        /// `location`, `returns` and `signIn`.
        package var settings = StationSettings()
        /// `printer`: the CUPS destination for slips and labels of this station.
        package var printer: String?
    }

    /// `stations`: settings of individual stations, by their `name`.
    package var stations: [StationName: Station] = [:]
    /// `idleSignOut`: seconds without a reading after which a station's clerk is signed out.
    package var idleSignOut = 3_600
    /// `loans`: for how long, how often and how many items custodians may charge out.
    package var loans = ChargeOutTerms()
    /// `calendar`: the days on which items can be returned.
    package var calendar = WorkingCalendar()
    /// `timeZone`: the site's time zone, which delimits days and is used to display times; the machine's when absent.
    package var clock = Self.machineClock
    /// `transitHours`: hours after which a transit is late.
    package var transitHours = 24
    /// `functionCodes`: command barcodes of another system, with the command that each represents.
    package var functionCodes: [String: ControlCommand] = [:]
    /// `outGuideSlip`: the label template of the slip that marks the place of a charged-out item; no slips when
    /// absent.
    package var outGuideSlip: String?

    private static var machineClock: LocalClock {
        TimeZoneDirectory.standard.machineClock(variable: getenv("TZ").map { String(cString: $0) })
    }
}

public import Barcodes
public import Localization
import Synchronization
public import Vocabulary

/// The circulation settings of a site.
public struct CirculationSettings: Sendable, Hashable {
    /// The two site digits in every barcode minted here.
    public var site: SiteNumber
    /// Whether scanning an unknown minted barcode registers an entity for it.
    public var registersOnFirstScan: Bool
    /// The number of seconds without a reading after which a station's open place is closed.
    public var contextTimeout: Int
    /// The number of milliseconds within which repeated readings of one barcode by one scanner count once; 0 to count
    /// all.
    public var doubleReadWindow: Int
    /// Whether one principal may both request an expungement and carry it out.
    public var onePrincipalExpunges: Bool

    /// The number of seconds without a reading after which a station's clerk is signed out.
    public var idleSignOut: Int
    /// The loan terms: period, number of renewals, number of charge-outs.
    public var loans: ChargeOutTerms
    /// The days on which items can be returned.
    public var calendar: WorkingCalendar
    /// The site's local clock.
    public var clock: LocalClock
    /// The number of hours after which a transit is late.
    public var transitHours: Int
    /// The settings of individual stations.
    public var stations: [StationName: StationSettings]
    /// The commands for codes of another system.
    public var functionCodes: [String: ControlCommand]

    /// The roles of badges.
    ///
    /// Other badges are clerks'.
    public var badges: [Barcode: Role]
    /// Whether one principal may not both move an item or container and audit it.
    public var separatesDuties: Bool

    public init(
        site: SiteNumber = .standard,
        registersOnFirstScan: Bool = true,
        contextTimeout: Int = 900,
        doubleReadWindow: Int = 1_000,
        onePrincipalExpunges: Bool = false,
        idleSignOut: Int = 3_600,
        loans: ChargeOutTerms = ChargeOutTerms(),
        calendar: WorkingCalendar = WorkingCalendar(),
        clock: LocalClock = .utc,
        transitHours: Int = 24,
        stations: [StationName: StationSettings] = [:],
        functionCodes: [String: ControlCommand] = [:],
        badges: [Barcode: Role] = [:],
        separatesDuties: Bool = false
    ) {
        self.site = site
        self.registersOnFirstScan = registersOnFirstScan
        self.contextTimeout = contextTimeout
        self.doubleReadWindow = doubleReadWindow
        self.onePrincipalExpunges = onePrincipalExpunges
        self.idleSignOut = idleSignOut
        self.loans = loans
        self.calendar = calendar
        self.clock = clock
        self.transitHours = transitHours
        self.stations = stations
        self.functionCodes = functionCodes
        self.badges = badges
        self.separatesDuties = separatesDuties
    }
}

/// The settings of one station.
public struct StationSettings: Sendable, Hashable {
    /// The station's location, to which items and containers are returned.
    public var location: Barcode?
    /// Whether an item or container that is scanned by itself is returned.
    public var returns: Bool
    /// Whether a clerk must sign in before anything is accepted.
    public var needsSignIn: Bool
    /// The printer of the station's slips and labels; nil for the default.
    public var printer: String?
    /// The language of the station's replies; nil for the language of the site.
    public var language: LanguageTag?

    public init(
        location: Barcode? = nil,
        returns: Bool = false,
        needsSignIn: Bool = false,
        printer: String? = nil,
        language: LanguageTag? = nil
    ) {
        self.location = location
        self.returns = returns
        self.needsSignIn = needsSignIn
        self.printer = printer
        self.language = language
    }
}

/// Settings that several copies of a circulation share, and that can be replaced while in use.
final class SharedSettings: Sendable {
    private let current: Mutex<CirculationSettings>

    init(_ settings: CirculationSettings) { current = Mutex(settings) }

    var value: CirculationSettings {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

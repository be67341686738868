public import Barcodes
public import Records

/// What a site decides about its circulation.
public struct CirculationSettings: Sendable, Hashable {
    /// The two digits in every barcode minted here.
    public var site: SiteNumber
    /// Whether a minted barcode that was never seen registers the thing it is on.
    public var registersOnFirstScan: Bool
    /// After this many seconds without a reading a station's open place is closed.
    public var contextTimeout: Int
    /// Within so many milliseconds the same barcode from the same gun counts once; 0 for always twice.
    public var doubleReadWindow: Int
    /// Whether one principal may both ask for an expungement and carry it out.
    public var onePrincipalExpunges: Bool

    /// After this many seconds without a reading a station's clerk is signed out.
    public var idleSignOut: Int
    /// For how long people may have things, how often, and how many.
    public var loans: LoanTerms
    /// The days on which things can be given back.
    public var calendar: WorkingCalendar
    /// What the clocks on the walls show.
    public var clock: LocalClock
    /// Hours after which a thing on its way is late.
    public var transitHours: Int
    /// What is special about some stations.
    public var stations: [StationName: StationSettings]
    /// Codes of another system, each with the command that it stands for.
    public var functionCodes: [String: ControlCommand]

    /// The roles of badges; any other badge is a clerk's.
    public var badges: [Barcode: Role]
    /// Whether nobody may both move a thing and audit it.
    public var separatesDuties: Bool

    public init(
        site: SiteNumber = .standard,
        registersOnFirstScan: Bool = true,
        contextTimeout: Int = 900,
        doubleReadWindow: Int = 1_000,
        onePrincipalExpunges: Bool = false,
        idleSignOut: Int = 3_600,
        loans: LoanTerms = LoanTerms(),
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

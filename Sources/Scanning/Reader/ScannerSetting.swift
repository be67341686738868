/// The settings of one scanner, or of all that match ``match``.
public struct ScannerSetting: Sendable, Hashable {
    public var match: ScannerMatch
    /// The name that clerks use, such as `grey one at the counter`.
    public var name: String?
    /// The station of its readings.
    public var station: String?
    /// The layout of keyboard scanners.
    public var layout: KeyboardLayout
    /// The framing of keyboard and serial scanners.
    public var framing: ScanFraming
    /// The pause that ends a reading with ``ScanFraming/idle``.
    public var idle: Duration
    /// The line settings of serial scanners.
    public var line: SerialLine
    /// The characters that the scanner puts around each barcode.
    public var affixes: ScanAffixes
    /// The symbols it reads, and how it sends them.
    public var habits: SymbolHabits

    public init(
        match: ScannerMatch,
        name: String? = nil,
        station: String? = nil,
        layout: KeyboardLayout = .us,
        framing: ScanFraming = .suffix,
        idle: Duration = .milliseconds(250),
        line: SerialLine = .common,
        affixes: ScanAffixes = ScanAffixes(),
        habits: SymbolHabits = SymbolHabits()
    ) {
        self.match = match
        self.name = name
        self.station = station
        self.layout = layout
        self.framing = framing
        self.idle = idle
        self.line = line
        self.affixes = affixes
        self.habits = habits
    }
}

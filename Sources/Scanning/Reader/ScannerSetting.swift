/// What the configuration says about one scanner, or about all that agree with ``match``.
public struct ScannerSetting: Sendable, Hashable {
    public var match: ScannerMatch
    /// What the desk calls it, such as `grey one at the counter`.
    public var name: String?
    /// The station whose readings it makes.
    public var station: String?
    /// For keyboard scanners.
    public var layout: KeyboardLayout
    /// For keyboard and serial scanners.
    public var framing: ScanFraming
    /// The pause that ends a reading under ``ScanFraming/idle``.
    public var idle: Duration
    /// For serial scanners.
    public var line: SerialLine
    /// The letters that the scanner puts around each barcode.
    public var affixes: ScanAffixes
    /// What it reads, and how it sends it.
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

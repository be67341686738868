/// What the configuration says about one scanner, or about all that agree with ``match``.
public struct ScannerSetting: Sendable, Hashable {
    public var match: ScannerMatch
    /// What the desk calls it, such as `grey one at the counter`.
    public var name: String?
    /// The station whose readings it makes.
    public var station: String?
    public var layout: KeyboardLayout

    public init(
        match: ScannerMatch,
        name: String? = nil,
        station: String? = nil,
        layout: KeyboardLayout = .us
    ) {
        self.match = match
        self.name = name
        self.station = station
        self.layout = layout
    }
}

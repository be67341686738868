public import Barcodes

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

    public init(
        site: SiteNumber = .standard,
        registersOnFirstScan: Bool = true,
        contextTimeout: Int = 900,
        doubleReadWindow: Int = 1_000,
        onePrincipalExpunges: Bool = false
    ) {
        self.site = site
        self.registersOnFirstScan = registersOnFirstScan
        self.contextTimeout = contextTimeout
        self.doubleReadWindow = doubleReadWindow
        self.onePrincipalExpunges = onePrincipalExpunges
    }
}

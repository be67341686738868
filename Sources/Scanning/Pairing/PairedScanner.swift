/// The scanner that typed the pairing barcode, how it typed it, and how to recognise it again.
public struct PairedScanner: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// Matches this scanner and none of the other devices plugged in.
    public let match: ScannerMatch
    /// The layouts in which its keys spell the barcode, most likely first; empty for a scanner that is already read.
    public let layouts: [KeyboardLayout]
    /// The framing of its barcodes; nil for a scanner that is already read.
    public let framing: ScanFraming?
    /// The affixes around the barcode, in addition to those in its setting.
    public let affixes: ScanAffixes

    public init(
        identity: ScannerIdentity,
        match: ScannerMatch,
        layouts: [KeyboardLayout],
        framing: ScanFraming?,
        affixes: ScanAffixes = ScanAffixes()
    ) {
        self.identity = identity
        self.match = match
        self.layouts = layouts
        self.framing = framing
        self.affixes = affixes
    }

    /// Whether it was named before pairing, and is already read.
    public var isNamed: Bool { framing == nil }
}

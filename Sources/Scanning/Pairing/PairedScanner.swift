/// The scanner that typed the pairing barcode, how it typed it, and by what it is known again.
public struct PairedScanner: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// Names this scanner, and none of the other devices that are plugged in.
    public let match: ScannerMatch
    /// The layouts under which its keys spell the barcode, the likeliest first; empty for one that is read already.
    public let layouts: [KeyboardLayout]
    /// What ends its barcodes; nil for one that is read already.
    public let framing: ScanFraming?
    /// The letters around the barcode, beside those that its setting names already.
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

    /// It was named before, and is read already.
    public var isNamed: Bool { framing == nil }
}

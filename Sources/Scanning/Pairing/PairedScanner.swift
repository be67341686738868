/// The scanner that typed the pairing barcode, and how.
public struct PairedScanner: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// The layouts under which its keys spell the barcode, the likeliest first; empty for scanners without keys.
    public let layouts: [KeyboardLayout]
    /// It was named before, and is read already.
    public let isNamed: Bool

    public init(identity: ScannerIdentity, layouts: [KeyboardLayout], isNamed: Bool) {
        self.identity = identity
        self.layouts = layouts
        self.isNamed = isNamed
    }
}

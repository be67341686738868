public import Barcodes

/// Control barcodes that set up guns and mean nothing at a desk; no site has their number.
///
/// Each ends in Z, which keyboard layouts have in different places, so that a gun shows by it which one it plays.
public enum SetUpBarcode {
    private static let site = SiteNumber(99)
    private static let ending: Character = "Z"

    /// Whether `barcode` is one of them.
    public static func contains(_ barcode: MintedBarcode) -> Bool {
        barcode.prefix == .control && barcode.site == site
    }

    /// The one for testing guns.
    public static let test: MintedBarcode? = (0...MintedBarcode.highestSerial).lazy.compactMap(barcode).first

    /// One that a gun is paired by, which nobody can foresee.
    public static func pairing(using generator: inout some RandomNumberGenerator) -> MintedBarcode? {
        let start = Int.random(in: 1_000...MintedBarcode.highestSerial - 1_000, using: &generator)
        return (start...MintedBarcode.highestSerial).lazy.compactMap(barcode).first
    }

    private static func barcode(_ serial: Int) -> MintedBarcode? {
        guard let site, let barcode = MintedBarcode(prefix: .control, site: site, serial: serial) else { return nil }
        return barcode.text.last == ending ? barcode : nil
    }
}

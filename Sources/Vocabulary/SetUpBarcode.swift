public import Barcodes

/// Control barcodes for setting up scanners, which have no effect at a station.
///
/// Their site number is reserved. Each ends in Z, whose key differs between keyboard layouts, so that the reading
/// reveals the scanner's layout.
public enum SetUpBarcode {
    private static let site = SiteNumber(99)
    private static let ending: Character = "Z"

    /// Whether `barcode` is a set-up barcode.
    public static func contains(_ barcode: MintedBarcode) -> Bool {
        barcode.prefix == .control && barcode.site == site
    }

    /// The barcode for testing scanners.
    public static let test: MintedBarcode? = (0...MintedBarcode.highestSerial).lazy.compactMap(barcode).first

    /// Returns an unpredictable barcode for pairing a scanner.
    public static func pairing(using generator: inout some RandomNumberGenerator) -> MintedBarcode? {
        let start = Int.random(in: 1_000...MintedBarcode.highestSerial - 1_000, using: &generator)
        return (start...MintedBarcode.highestSerial).lazy.compactMap(barcode).first
    }

    private static func barcode(_ serial: Int) -> MintedBarcode? {
        guard let site, let barcode = MintedBarcode(prefix: .control, site: site, serial: serial) else { return nil }
        return barcode.text.last == ending ? barcode : nil
    }
}

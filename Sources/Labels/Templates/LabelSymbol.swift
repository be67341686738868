public import Barcodes

/// The bar code of the thing that the label is for, together with its quiet zone.
public struct LabelSymbol: Sendable, Hashable {
    /// Code 128 or QR.
    public let symbology: Symbology
    /// Holds the bars and the quiet zone.
    public let box: LabelBox
    /// The narrowest bar, in millimetres; bars grow from here as far as the box allows.
    public let moduleWidth: Double
    /// White modules on each side: left and right of Code 128, all around QR.
    public let quietZone: Int

    /// What the printed symbol must keep to.
    struct Rule: Sendable {
        /// ISO/IEC 15417 and ISO/IEC 18004.
        let leastQuietZone: Int
        /// Modules across the widest symbol that a barcode minted by Outguide can give.
        let mintedModules: Int
        /// Millimetres; nil where the symbol is as high as it is wide.
        let leastHeight: Double?
    }

    /// The rule for a symbology, nil for those that no template may use.
    static func rule(for symbology: Symbology) -> Rule? {
        switch symbology {
        // Start, two letters, code C, four pairs, code B, digit, letter, check: 12 × 11 + 13 for the stop.
        case .code128: Rule(leastQuietZone: 10, mintedModules: 145, leastHeight: 5)
        // Twelve letters and digits fit version 1.
        case .qr: Rule(leastQuietZone: 4, mintedModules: 21, leastHeight: nil)
        default: nil
        }
    }
}

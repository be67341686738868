public import Barcodes

/// A bar code on a label, together with its quiet zone: that of the thing that the label is for, or a checkpoint.
public struct LabelSymbol: Sendable, Hashable {
    /// The field that the bars say; never a name or a case number.
    public enum Content: String, Sendable, Hashable, CaseIterable {
        case barcode
        /// The text of a signed checkpoint (C2SP tlog-checkpoint), in QR.
        case checkpoint
    }

    public let content: Content
    /// Code 128, Code 39, QR or Data Matrix.
    public let symbology: Symbology
    /// Holds the bars and the quiet zone.
    public let box: LabelBox
    /// The narrowest bar, in millimetres; bars grow from here as far as the box allows.
    public let moduleWidth: Double
    /// White modules on each side: left and right of a linear symbol, all around the others.
    public let quietZone: Int
    /// Turned sideways, a linear symbol is a ladder.
    public let turn: QuarterTurn

    /// What the printed symbol must keep to.
    struct Rule: Sendable {
        /// ISO/IEC 15417, 16388, 18004 and 16022.
        let leastQuietZone: Int
        /// Modules across the widest symbol that the content is sure to fit into.
        let modules: Int
        /// Millimetres; nil where the symbol is as high as it is wide.
        let leastHeight: Double?
    }

    /// The rule for a symbology, nil for what no template may use.
    static func rule(for symbology: Symbology, saying content: Content) -> Rule? {
        switch (symbology, content) {
        // Start, two letters, code C, four pairs, code B, digit, letter, check: 12 × 11 + 13 for the stop.
        case (.code128, .barcode): Rule(leastQuietZone: 10, modules: 145, leastHeight: 5)
        // Fourteen characters, start and stop among them, of nine elements, three of them wide as two, and a gap.
        case (.code39, .barcode): Rule(leastQuietZone: 10, modules: 181, leastHeight: 5)
        // Twelve letters and digits fit version 1.
        case (.qr, .barcode): Rule(leastQuietZone: 4, modules: 21, leastHeight: nil)
        // And 16 × 16, whatever the last two are.
        case (.dataMatrix, .barcode): Rule(leastQuietZone: 1, modules: 16, leastHeight: nil)
        // Two signatures, 400 bytes at level M: version 15.
        case (.qr, .checkpoint): Rule(leastQuietZone: 4, modules: 77, leastHeight: nil)
        default: nil
        }
    }
}

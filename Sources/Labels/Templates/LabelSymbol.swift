public import Barcodes

/// A barcode symbol on a label, with its quiet zone: that of the label's entity, or a checkpoint.
public struct LabelSymbol: Sendable, Hashable {
    /// The field that the symbol encodes; never a name or a case number.
    public enum Content: String, Sendable, Hashable, CaseIterable {
        case barcode
        /// The text of a signed checkpoint (C2SP tlog-checkpoint), in QR.
        case checkpoint
    }

    public let content: Content
    /// Code 128, Code 39, QR or Data Matrix.
    public let symbology: Symbology
    /// The area for the bars and the quiet zone.
    public let box: LabelBox
    /// The minimum width of the narrowest bar, in millimetres.
    ///
    /// Bars are as wide as the box allows.
    public let moduleWidth: Double
    /// The width of the quiet zone in modules: left and right of a linear symbol, on all sides of others.
    public let quietZone: Int
    /// How the symbol is turned; a linear symbol turned sideways is a ladder.
    public let turn: QuarterTurn

    /// The requirements for the printed symbol.
    struct Rule: Sendable {
        /// The minimum quiet zone in modules, from ISO/IEC 15417, 16388, 18004 and 16022.
        let leastQuietZone: Int
        /// The width in modules of the widest symbol for the content.
        let modules: Int
        /// The minimum height in millimetres; nil for a square symbol.
        let leastHeight: Double?
    }

    /// Returns the requirements for a symbology; nil if templates may not use it.
    static func rule(for symbology: Symbology, saying content: Content) -> Rule? {
        switch (symbology, content) {
        // Start, two letters, code C, four pairs, code B, digit, letter, check: 12 × 11 + 13 for the stop.
        case (.code128, .barcode): Rule(leastQuietZone: 10, modules: 145, leastHeight: 5)
        // Fourteen characters, including start and stop, of nine elements, three of them twice as wide, and a gap.
        case (.code39, .barcode): Rule(leastQuietZone: 10, modules: 181, leastHeight: 5)
        // Twelve letters and digits fit version 1.
        case (.qr, .barcode): Rule(leastQuietZone: 4, modules: 21, leastHeight: nil)
        // They fit 16 × 16, whatever the last two are.
        case (.dataMatrix, .barcode): Rule(leastQuietZone: 1, modules: 16, leastHeight: nil)
        // Two signatures, 400 bytes at level M: version 15.
        case (.qr, .checkpoint): Rule(leastQuietZone: 4, modules: 77, leastHeight: nil)
        default: nil
        }
    }
}

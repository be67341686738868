import CPango

/// A glyph of a text layout.
///
/// Lengths are units of the layout, down and to the right.
struct PlacedGlyph {
    let font: UnsafeMutablePointer<PangoFont>
    let glyph: UInt32
    /// Whether no font has the character.
    let isUnknown: Bool
    let x: Double
    /// The position of the baseline.
    let y: Double
    let advance: Double
    /// The characters for the glyph; for several glyphs of one cluster, empty in all but the first.
    let text: String
}

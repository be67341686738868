import CPango

/// A glyph of a laid out text; lengths are units of the layout, down and to the right.
struct PlacedGlyph {
    let font: UnsafeMutablePointer<PangoFont>
    let glyph: UInt32
    /// Whether no font has the character.
    let isUnknown: Bool
    let x: Double
    /// The baseline.
    let y: Double
    let advance: Double
    /// What the glyph stands for; empty in all but the first of several that stand for it together.
    let text: String
}

/// A rendering of an image in which codes are searched.
public enum ImageRendering: String, Sendable, Hashable, Codable, CaseIterable {
    /// The unmodified picture in its display orientation.
    case original
    /// A large picture reduced to 1600 pixels on its longer side.
    case reduced
    /// Each place with parallel bars, rotated upright and averaged along the bars.
    case straightened
    /// Like ``straightened``, and sharpened.
    case straightenedSharp = "straightened-sharp"
    /// A picture of few rows or columns, enlarged four times so that it is thick enough for a code.
    case thickened
    /// The modules of a QR code, sampled with a grid that follows the paper.
    case gridded
    /// Black and white, by the mean brightness around each pixel.
    case threshold
    /// Black and white exchanged.
    case inverted
    /// Twice as large in a white margin, and sharpened.
    case enlarged
    /// A third of the size, for smeared or noisy pixels.
    case third
    /// Smoothed along the columns, for broken or dusty bars.
    case columnMean = "column-mean"
    /// With the contrast stretched locally.
    case stretched
    /// Black and white by a smaller neighbourhood, for fine codes.
    case fineThreshold = "fine-threshold"
    /// The longer side reduced to 600 pixels.
    case small

    /// Whether it is the page itself, from which the readers take parts.
    package var isPage: Bool { self == .original || isStrip || self == .gridded }

    /// Whether it shows only places that look like bars, so that it may end within a code.
    package var isStrip: Bool { self == .straightened || self == .straightenedSharp }

    /// Whether grey levels were discarded, which may have changed the width of narrow bars.
    package var isBlackAndWhite: Bool { self == .threshold || self == .fineThreshold }
}

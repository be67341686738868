/// A view of an image in which codes are looked for.
public enum ImageRendering: String, Sendable, Hashable, Codable, CaseIterable {
    /// The picture as it is seen.
    case original
    /// A large picture with its longer side at 1600 pixels.
    case reduced
    /// Each place with parallel bars, turned upright and averaged along the bars.
    case straightened
    /// As ``straightened``, and sharpened.
    case straightenedSharp = "straightened-sharp"
    /// A picture of few rows or columns, four times as large and thick enough for a code.
    case thickened
    /// The modules of a QR code, under a grid that follows the paper.
    case gridded
    /// Black and white by the brightness around each pixel.
    case threshold
    /// Black for white.
    case inverted
    /// Twice as large in a white margin, and sharpened.
    case enlarged
    /// A third of the size, where pixels are smeared or noisy.
    case third
    /// Smoothed along the columns, where bars are broken or dusty.
    case columnMean = "column-mean"
    /// Contrast stretched place by place.
    case stretched
    /// Black and white by a smaller neighbourhood, for fine codes.
    case fineThreshold = "fine-threshold"
    /// The longer side at 600 pixels.
    case small

    /// Whether it is the page itself, of which the readers take parts.
    package var isPage: Bool { self == .original || isStrip || self == .gridded }

    /// Whether it shows only what looks like bars, so that it may end within a code.
    package var isStrip: Bool { self == .straightened || self == .straightenedSharp }

    /// Whether grey was thrown away, so that narrow bars may have changed their width.
    package var isBlackAndWhite: Bool { self == .threshold || self == .fineThreshold }
}

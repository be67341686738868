/// A view of an image in which codes are looked for.
public enum ImageRendering: String, Sendable, Hashable, Codable, CaseIterable {
    /// The picture as it is seen.
    case original
    /// A large picture with its longer side at 1600 pixels.
    case reduced
    /// Black and white by the brightness around each pixel.
    case threshold
    /// Black for white.
    case inverted
    /// Turned by 45°.
    case diagonal
    /// Twice as large in a white margin, and sharpened.
    case enlarged
    /// Turned by 22° to the left.
    case turnedLeft = "turned-left"
    /// Turned by 22° to the right.
    case turnedRight = "turned-right"
    /// A third of the size, where pixels are smeared or noisy.
    case third
    /// Smoothed along the columns, where bars are broken or dusty.
    case columnMean = "column-mean"
    /// Contrast stretched place by place.
    case stretched
    /// Black and white by a smaller neighbourhood, for fine codes.
    case fineThreshold = "fine-threshold"
    /// Turned by 11° to the left.
    case tiltedLeft = "tilted-left"
    /// Turned by 11° to the right.
    case tiltedRight = "tilted-right"
    /// The longer side at 600 pixels.
    case small

    /// Whether rows run askew through the picture, so that one may leave a code through its long side.
    var isTurned: Bool {
        switch self {
        case .diagonal, .turnedLeft, .turnedRight, .tiltedLeft, .tiltedRight: true
        default: false
        }
    }

    /// Whether grey was thrown away, so that narrow bars may have changed their width.
    var isBlackAndWhite: Bool { self == .threshold || self == .fineThreshold }
}

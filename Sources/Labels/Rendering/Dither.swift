/// Converts grey to patterns of black and white dots.
enum Dither {
    /// Bayer's matrix for four by four dots.
    ///
    /// Black and white are unchanged.
    private static let thresholds: [Int] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map { $0 * 16 + 8 }

    /// Whether a dot with this lightness, 0 to 255, becomes black.
    static func isBlack(_ light: Int, x: Int, y: Int) -> Bool { light <= thresholds[(y & 3) * 4 + (x & 3)] }
}

/// Black and white dots, eight in a byte.
struct LabelDots: Sendable, Hashable {
    let width: Int
    let height: Int
    /// The rows in sequence, each padded to a whole byte.
    ///
    /// The highest bit is the leftmost dot; 1 is black.
    private(set) var rows: [UInt8]

    /// Creates white dots.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = [UInt8](repeating: 0, count: (width + 7) / 8 * height)
    }

    var stride: Int { (width + 7) / 8 }

    func isBlack(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return rows[y * stride + x / 8] & 0x80 >> UInt8(x % 8) != 0
    }

    mutating func blacken(_ x: Int, _ y: Int) { rows[y * stride + x / 8] |= 0x80 >> UInt8(x % 8) }
}

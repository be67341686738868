/// The smallest rectangle around points, in thousandths of a font's size.
struct GlyphBox: CustomStringConvertible {
    private var left = Int.max
    private var low = Int.max
    private var right = Int.min
    private var high = Int.min

    var isEmpty: Bool { left > right }

    mutating func add(x: Int, y: Int) {
        left = min(left, x)
        right = max(right, x)
        low = min(low, y)
        high = max(high, y)
    }

    mutating func add(_ other: GlyphBox) {
        guard !other.isEmpty else { return }
        add(x: other.left, y: other.low)
        add(x: other.right, y: other.high)
    }

    var description: String { isEmpty ? "0 0 0 0" : "\(left) \(low) \(right) \(high)" }
}

internal import ImageDecoding

/// A rectangle of pixels.
struct PixelBox: Sendable, Hashable {
    var left: Int
    var top: Int
    /// The first column to the right of the box.
    var right: Int
    /// The first row below the box.
    var bottom: Int

    init(left: Int, top: Int, right: Int, bottom: Int) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    var width: Int { right - left }
    var height: Int { bottom - top }

    func contains(_ point: PixelPoint) -> Bool {
        (left..<right).contains(point.x) && (top..<bottom).contains(point.y)
    }

    func overlaps(_ other: PixelBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// The smallest box that contains all of `points`; nil when there are none.
    init?(around points: [PixelPoint]) {
        guard let first = points.first else { return nil }
        self.init(left: first.x, top: first.y, right: first.x + 1, bottom: first.y + 1)
        for point in points.dropFirst() {
            self = joined(with: PixelBox(left: point.x, top: point.y, right: point.x + 1, bottom: point.y + 1))
        }
    }

    /// The smallest box around both.
    func joined(with other: PixelBox) -> PixelBox {
        PixelBox(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }
}

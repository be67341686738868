internal import Glibc
internal import ImageDecoding

/// The affine mapping from pixels of a rendering to the page.
struct Placement: Sendable, Equatable {
    /// The vectors on the page of one pixel of the rendering to the right, and one down.
    private var right = (x: 1.0, y: 0.0)
    private var down = (x: 0.0, y: 1.0)
    /// The point of the page at the rendering's upper left corner.
    private var origin = (x: 0.0, y: 0.0)

    /// The rendering is the page itself.
    static let same = Placement()

    /// The rendering shows the page reduced by these factors.
    static func reduced(_ across: Double, _ along: Double) -> Placement {
        var placement = Placement()
        placement.right.x = across
        placement.down.y = along
        return placement
    }

    /// The rendering shows a part of the page, pixel by pixel.
    static func cut(left: Int, top: Int) -> Placement {
        var placement = Placement()
        placement.origin = (Double(left), Double(top))
        return placement
    }

    /// The rendering shows the page at twice its size, inside a margin.
    static func doubled(margin: Int) -> Placement {
        var placement = Placement.reduced(0.5, 0.5)
        placement.origin = (-Double(margin) / 2, -Double(margin) / 2)
        return placement
    }

    /// The rendering shows a part of the page at any angle and scale.
    static func strip(
        origin: (x: Double, y: Double),
        right: (x: Double, y: Double),
        down: (x: Double, y: Double)
    ) -> Placement {
        var placement = Placement()
        placement.origin = origin
        placement.right = right
        placement.down = down
        return placement
    }

    /// Rows and columns are exchanged.
    static let transposed: Placement = {
        var placement = Placement()
        placement.right = (0, 1)
        placement.down = (1, 0)
        return placement
    }()

    /// The composition of this mapping and then `outer`.
    func within(_ outer: Placement) -> Placement {
        var result = Placement()
        result.right = outer.direction(right)
        result.down = outer.direction(down)
        result.origin = outer.direction(origin)
        result.origin.x += outer.origin.x
        result.origin.y += outer.origin.y
        return result
    }

    /// The point of the page that pixel (x, y) of the rendering shows.
    func onPage(x: Int, y: Int) -> (x: Double, y: Double) {
        let moved = direction((Double(x), Double(y)))
        return (moved.x + origin.x, moved.y + origin.y)
    }

    /// The pixel of the rendering that shows this point of the page; nil when the mapping is degenerate.
    func onRendering(_ point: PixelPoint) -> (x: Int32, y: Int32)? {
        let determinant = right.x * down.y - down.x * right.y
        guard abs(determinant) > 1e-9 else { return nil }
        let moved = (x: Double(point.x) - origin.x, y: Double(point.y) - origin.y)
        let x = (moved.x * down.y - moved.y * down.x) / determinant
        let y = (moved.y * right.x - moved.x * right.y) / determinant
        guard abs(x) < 1e9, abs(y) < 1e9 else { return nil }
        return (Int32(x.rounded()), Int32(y.rounded()))
    }

    private func direction(_ vector: (x: Double, y: Double)) -> (x: Double, y: Double) {
        (vector.x * right.x + vector.y * down.x, vector.x * right.y + vector.y * down.y)
    }

    static func == (left: Placement, right: Placement) -> Bool {
        left.right == right.right && left.down == right.down && left.origin == right.origin
    }
}

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

    func contains(_ point: PixelPoint) -> Bool { (left..<right).contains(point.x) && (top..<bottom).contains(point.y) }

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

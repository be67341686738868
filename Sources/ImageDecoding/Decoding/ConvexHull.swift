/// The smallest convex polygon around points (Andrew's monotone chain).
enum ConvexHull {
    /// The corners in order around the polygon; fewer than three points come back as they are, without repeats.
    static func around(_ points: [PixelPoint]) -> [PixelPoint] {
        let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
    }

    private static func chain(_ points: [PixelPoint]) -> [PixelPoint] {
        var corners: [PixelPoint] = []
        for point in points {
            while corners.count > 1, turn(corners[corners.count - 2], corners[corners.count - 1], point) <= 0 {
                corners.removeLast()
            }
            corners.append(point)
        }
        return corners
    }

    /// Above zero when the way over the three points bends to the left.
    private static func turn(_ first: PixelPoint, _ second: PixelPoint, _ third: PixelPoint) -> Int {
        (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x)
    }
}

internal import Glibc
internal import ImageDecoding

/// The smallest convex polygon around points (Andrew's monotone chain).
enum ConvexHull {
    /// The corners in order around the polygon; fewer than three points are returned without duplicates.
    static func around(_ points: [PixelPoint]) -> [PixelPoint] {
        let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
    }

    /// Whether `point` is inside the polygon of `corners`, or at most `margin` pixels away from it.
    static func contains(_ point: PixelPoint, in corners: [PixelPoint], margin: Double) -> Bool {
        guard let first = corners.first else { return false }
        var isInside = corners.count > 2
        var isNear = corners.count == 1 && distance(from: point, first, first) <= margin
        for (from, to) in zip(corners, corners.dropFirst() + [first]) {
            if turn(from, to, point) < 0 { isInside = false }
            if distance(from: point, from, to) <= margin { isNear = true }
        }
        return isInside || isNear
    }

    private static func distance(from point: PixelPoint, _ start: PixelPoint, _ end: PixelPoint) -> Double {
        let along = (x: Double(end.x - start.x), y: Double(end.y - start.y))
        let away = (x: Double(point.x - start.x), y: Double(point.y - start.y))
        let length = along.x * along.x + along.y * along.y
        let share = length > 0 ? min(max((away.x * along.x + away.y * along.y) / length, 0), 1) : 0
        return hypot(away.x - share * along.x, away.y - share * along.y)
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

    /// Positive when the path through the three points turns left.
    private static func turn(_ first: PixelPoint, _ second: PixelPoint, _ third: PixelPoint) -> Int {
        (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x)
    }
}

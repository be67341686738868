import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("The polygon around scan points")
struct ConvexHullTests {
    @Test func square() {
        let inner = (1..<9).map { PixelPoint(x: $0, y: 5) }
        let corners = [(0, 0), (10, 0), (10, 10), (0, 10)].map { PixelPoint(x: $0.0, y: $0.1) }
        #expect(ConvexHull.around(inner + corners + corners.reversed()) == corners)
    }

    @Test func few() {
        let point = PixelPoint(x: 3, y: 4)
        #expect(ConvexHull.around([]).isEmpty)
        #expect(ConvexHull.around([point, point]) == [point])
        let line = (0..<5).map { PixelPoint(x: $0, y: $0) }
        #expect(ConvexHull.around(line) == [line[0], line[4]])
    }
}

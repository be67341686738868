import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("Every rendering knows where its pixels lie on the page")
struct PlacementTests {
    private static let size = (width: 2400, height: 1700)

    /// A white page with a black square around a point off the middle.
    private func page(at point: PixelPoint, half: Int) throws -> GreyImage {
        let page = try GreyImage(width: Self.size.width, height: Self.size.height)
        page.pixels.update(repeating: 255)
        for y in point.y - half...point.y + half {
            for x in point.x - half...point.x + half { page.pixels[y * Self.size.width + x] = 0 }
        }
        return page
    }

    /// The middle of what is darker, or for an inverted picture brighter, than the rest.
    private func middle(of image: borrowing GreyImage, isInverted: Bool) -> (x: Int, y: Int)? {
        var sum = (x: 0, y: 0, count: 0)
        for y in 0..<image.height {
            for x in 0..<image.width {
                let value = image.pixels[y * image.width + x]
                guard isInverted ? value > 200 : value < 55 else { continue }
                sum = (sum.x + x, sum.y + y, sum.count + 1)
            }
        }
        return sum.count > 0 ? (sum.x / sum.count, sum.y / sum.count) : nil
    }

    @Test(arguments: ImageRendering.allCases.filter { $0 != .thickened })
    func pointsComeBack(_ rendering: ImageRendering) throws {
        let point = PixelPoint(x: 1700, y: 500)
        let page = try page(at: point, half: 60)
        guard let rendered = try rendering.make(of: page) else {
            Issue.record("\(rendering) is not made of a large page")
            return
        }
        let middle = middle(of: rendered.image, isInverted: rendering == .inverted)
        let found = try #require(middle)
        let back = rendered.placement.onPage(x: found.x, y: found.y)
        #expect(abs(back.x - 1700) < 6)
        #expect(abs(back.y - 500) < 6)
        let there = try #require(rendered.placement.onRendering(point))
        #expect(abs(Int(there.x) - found.x) < 6)
        #expect(abs(Int(there.y) - found.y) < 6)
    }

    @Test("The same holds for a copy whose rows are columns")
    func transposed() throws {
        let page = try page(at: PixelPoint(x: 300, y: 1200), half: 40)
        guard let rendered = try ImageRendering.enlarged.make(of: page) else {
            Issue.record("no rendering")
            return
        }
        let turned = try rendered.transposed()
        let middle = middle(of: turned.image, isInverted: false)
        let found = try #require(middle)
        let back = turned.placement.onPage(x: found.x, y: found.y)
        #expect(abs(back.x - 300) < 6)
        #expect(abs(back.y - 1200) < 6)
    }

    @Test("A thin page is thickened, and no other")
    func thin() throws {
        let page = try GreyImage(width: 200, height: 3)
        page.pixels.update(repeating: 255)
        for y in 0..<3 {
            for x in 148...152 { page.pixels[y * 200 + x] = 0 }
        }
        guard let rendered = try ImageRendering.thickened.make(of: page) else {
            Issue.record("a thin page is not thickened")
            return
        }
        let middle = middle(of: rendered.image, isInverted: false)
        let found = try #require(middle)
        let back = rendered.placement.onPage(x: found.x, y: found.y)
        #expect(abs(back.x - 150) < 1)
        #expect(abs(back.y - 1) < 1)
        let isMade = try ImageRendering.thickened.make(of: self.page(at: PixelPoint(x: 300, y: 300), half: 9)) != nil
        #expect(!isMade)
    }

    @Test("Small pages are not reduced, and have no third")
    func small() throws {
        let page = try GreyImage(width: 100, height: 50)
        for rendering in [ImageRendering.reduced, .third, .small] {
            let isMade = try rendering.make(of: page) != nil
            #expect(!isMade)
        }
        // Pages of a single pixel or row pass through all others.
        for (width, height) in [(1, 1), (1, 400), (400, 1), (3, 2)] {
            let page = try GreyImage(width: width, height: height)
            for rendering in ImageRendering.allCases {
                if let rendered = try rendering.make(of: page) { #expect(rendered.image.pixels.count > 0) }
            }
        }
    }
}

import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("Places on a large page that look like bars")
struct StripedRegionsTests {
    private func page(_ canvas: Canvas) throws -> GreyImage {
        let page = try GreyImage(width: canvas.width, height: canvas.height)
        _ = page.pixels.update(fromContentsOf: canvas.pixels)
        return page
    }

    @Test("Each label is a place of its own, whichever way it lies; plain paper is none")
    func places() throws {
        var scene = Canvas(width: 2400, height: 1600)
        let label = try Canvas(symbology: 20, text: "BX000000042N", scale: 2)
        scene.paste(label, x: 100, y: 200)
        scene.paste(label.turned(), x: 1900, y: 900)
        let matrix = try Canvas(symbology: 58, text: "BX000000042N", scale: 2)
        scene.paste(matrix, x: 1000, y: 1100)
        let page = try page(scene.noised(6, seed: 7))
        let middle = PixelPoint(x: 1000 + matrix.width / 2, y: 1100 + matrix.height / 2)
        // The corners of a QR code may look like bars.
        let regions = try #require(try StripedRegions.find(in: page)).filter { !$0.contains(middle) }
        #expect(regions.count == 2)
        #expect(regions[0].contains(PixelPoint(x: 100 + label.width / 2, y: 200 + label.height / 2)))
        #expect(regions[1].contains(PixelPoint(x: 1900 + label.height / 2, y: 900 + label.width / 2)))
        #expect(regions.allSatisfy { $0.width < 900 && $0.height < 900 })
        #expect(!regions[0].overlaps(regions[1]))
    }

    @Test("A page that is bars all over is read whole, one smaller than a tile has none")
    func extremes() throws {
        let striped = try GreyImage(width: 2400, height: 1600)
        for index in striped.pixels.indices where index / 4 % 2 == 0 { striped.pixels[index] = 255 }
        #expect(try StripedRegions.find(in: striped) == nil)
        let small = try page(Canvas(width: 20, height: 20))
        #expect(try StripedRegions.find(in: small) == nil)
        let blank = try page(Canvas(width: 2400, height: 1600))
        #expect(try StripedRegions.find(in: blank) == [])
    }
}

import Foundation
import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("QR codes on paper that bends")
struct BentCodeTests {
    private static let lease = """
        Lease of the mill at the brook, with both banks, the weir and the right of way, box 4711, shelf 12, room 3, \
        1887 to 1912, returned 1913
        """

    private func read(_ canvas: Canvas) throws -> [DecodedCode] {
        try ImageDecoder(options: DecodingOptions())
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    private func code(_ text: String, version: Int, scale: Double) throws -> Canvas {
        try Canvas(symbology: 58, text: text, scale: scale, options: ["--vers=\(version)", "--secure=1"]).padded(by: 60)
    }

    @Test("Bent both ways by two modules")
    func small() throws {
        let canvas = try code("http://example.org/item/4711", version: 3, scale: 2)
        let bent = canvas.bent { (9.6 * sin(.pi * $1), 16 * sin(.pi * $0)) }
        let codes = try read(bent.noised(10, seed: 1))
        #expect(codes.map(\.text) == ["http://example.org/item/4711"])
        let xs = codes.flatMap(\.polygon).map(\.x)
        #expect(try abs((#require(xs.min()) + #require(xs.max())) / 2 - canvas.width / 2) < 12)
    }

    @Test("A long text around a tube, straight and askew", arguments: [(20.0, 0.0), (16, 9.6)])
    func tube(_ depth: Double, _ skew: Double) throws {
        let canvas = try code(Self.lease, version: 8, scale: 2)
        let bent = canvas.bent { (skew * sin(.pi * $1), depth * sin(.pi * $0)) }
        #expect(try read(bent.noised(10, seed: 2)).map(\.text) == [Self.lease])
    }

    @Test("A very large code follows its alignment patterns", arguments: [18.0, 24])
    func large(_ depth: Double) throws {
        let text = String(repeating: "abcdefgh 0123456789 ", count: 80)
        let canvas = try code(text, version: 34, scale: 1.5)
        #expect(try read(canvas.bent { (0 * $1, depth * sin(.pi * $0)) }.noised(10, seed: 3)).map(\.text) == [text])
    }

    @Test("Alignment patterns lie where the standard lists them")
    func places() {
        // ISO/IEC 18004, table E.1.
        let table: [Int: [Int]] = [
            1: [], 2: [6, 18], 6: [6, 34], 7: [6, 22, 38], 14: [6, 26, 46, 66], 15: [6, 26, 48, 70],
            22: [6, 26, 50, 74, 98], 32: [6, 34, 60, 86, 112, 138], 36: [6, 24, 50, 76, 102, 128, 154],
            39: [6, 26, 54, 82, 110, 138, 166], 40: [6, 30, 58, 86, 114, 142, 170],
        ]
        for (version, places) in table {
            #expect(QRPattern.alignmentPlaces(dimension: 17 + 4 * version) == places)
        }
        for dimension in [0, 17, 20, 22, 178, 181] { #expect(QRPattern(dimension: dimension) == nil) }
    }
}

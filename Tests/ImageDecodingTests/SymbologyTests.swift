import Barcodes
import ImageDecoding
import ImageEngine
import Testing

@Suite("Codes drawn by zint come back with symbology, identifier and text")
struct SymbologyTests {
    struct Sample: Sendable {
        let symbology: Symbology
        let aim: String?
        let zint: Int
        let text: String
        var read: String?
    }

    static let samples: [Sample] = [
        Sample(symbology: .code128, aim: "]C0", zint: 20, text: "BX000000042N"),
        Sample(symbology: .code128, aim: "]C1", zint: 16, text: "[10]ABC123", read: "10ABC123"),
        Sample(symbology: .code39, aim: "]A0", zint: 8, text: "CASE-77"),
        Sample(symbology: .code93, aim: "]G0", zint: 25, text: "FOLDER 9"),
        Sample(symbology: .codabar, aim: "]F0", zint: 18, text: "A123456B"),
        Sample(symbology: .interleaved2of5, aim: "]I0", zint: 3, text: "1234567890"),
        Sample(symbology: .ean13, aim: "]E0", zint: 13, text: "4006381333931"),
        Sample(symbology: .ean8, aim: "]E4", zint: 13, text: "9638507", read: "96385074"),
        Sample(symbology: .upcA, aim: "]E0", zint: 34, text: "036000291452"),
        Sample(symbology: .upcE, aim: "]E0", zint: 37, text: "01234565"),
        Sample(symbology: .dataBar, aim: "]e0", zint: 29, text: "0950110153001", read: "0109501101530010"),
        Sample(symbology: .dataBarExpanded, aim: "]e0", zint: 31, text: "[01]98898765432106[3103]001750"),
        Sample(symbology: .qr, aim: "]Q1", zint: 58, text: "https://example.org/BX000000042N"),
    ]

    @Test(arguments: samples)
    func reads(_ sample: Sample) throws {
        let canvas = try Canvas(symbology: sample.zint, text: sample.text, scale: 2)
        let image = try ImageDecoder().decode(grey: canvas.pixels, width: canvas.width, height: canvas.height)
        let expected = sample.read ?? sample.text.filter { $0 != "[" && $0 != "]" }
        #expect(image.codes.map(\.symbology) == [sample.symbology])
        #expect(image.codes.map(\.text) == [expected])
        #expect(image.codes.map { $0.aim?.description } == [sample.aim])
        #expect(image.codes.map(\.bytes) == [Array(expected.utf8)])
        #expect((image.codes.first?.quality ?? 0) > 0)
    }
}

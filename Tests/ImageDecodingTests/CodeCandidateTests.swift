import Barcodes
import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("What is believed, and what it takes")
struct CodeCandidateTests {
    private func code(
        _ symbology: Symbology,
        _ text: String,
        _ quality: Int,
        _ rendering: ImageRendering = .original,
        _ engine: DecodingEngine = .libzbar,
        at left: Int = 0
    ) -> DecodedCode {
        let corners = [(0, 0), (100, 0), (100, 30), (0, 30)].map { PixelPoint(x: left + $0.0, y: $0.1) }
        return DecodedCode(
            symbology: symbology,
            aim: nil,
            text: text,
            bytes: Array(text.utf8),
            polygon: corners,
            quality: quality,
            rendering: rendering,
            engine: engine
        )
    }

    private func sure(_ codes: DecodedCode..., options: DecodingOptions = DecodingOptions()) -> [String] {
        var evidence = PageEvidence(options: options)
        evidence.add(codes)
        return evidence.sureCodes.map(\.text)
    }

    @Test("A code of ours is sure by its check character, and unsure when that is wrong")
    func checkCharacter() {
        #expect(sure(code(.code128, "BX000000042N", 1)) == ["BX000000042N"])
        #expect(sure(code(.code39, "BX000000042N", 1)) == ["BX000000042N"])
        #expect(sure(code(.code128, "BX000000042M", 5)).isEmpty)
        #expect(sure(code(.code128, "BX000000042M", 5), code(.code128, "BX000000042M", 5, .threshold)).isEmpty)
        // So printed: whoever scans it is told what is wrong with it.
        #expect(sure(code(.code128, "BX000000042M", 40)) == ["BX000000042M"])
        #expect(sure(code(.qr, "BX000000042M", 1)) == ["BX000000042M"])
        let bySecond = code(.code128, "BX000000042M", 3, .original, .zxing)
        #expect(sure(code(.code128, "BX000000042M", 2), bySecond) == ["BX000000042M"])
    }

    @Test("One line is not enough where little is checked; a second rendering or engine is")
    func repetition() {
        for (symbology, text) in [(Symbology.code39, "CASE7"), (.codabar, "A1234B"), (.ean13, "4006381333931")] {
            #expect(sure(code(symbology, text, 1)).isEmpty)
            let again = [code(symbology, text, 3, .threshold), code(symbology, text, 3, .original, .zxing)]
            for other in again { #expect(sure(code(symbology, text, 1), other) == [text]) }
        }
        #expect(sure(code(.upcE, "01234565", 40, .threshold)).isEmpty)
        #expect(sure(code(.upcE, "01234565", 3, .original, .zxing)).isEmpty)
        #expect(sure(code(.upcE, "01234565", 8)) == ["01234565"])
    }

    @Test("One character of Code 39 takes both engines, and many rows of one")
    func oneCharacter() {
        #expect(sure(code(.code39, "T", 30)).isEmpty)
        #expect(sure(code(.code39, "T", 300, .threshold), code(.code39, "T", 300)).isEmpty)
        #expect(sure(code(.code39, "T", 30), code(.code39, "T", 3, .original, .zxing)).isEmpty)
        #expect(sure(code(.code39, "T", 1), code(.code39, "T", 40, .original, .zxing)) == ["T"])
    }

    @Test("An Interleaved 2 of 5 that only the second engine reads takes many rows")
    func interleavedRows() {
        #expect(sure(code(.interleaved2of5, "21673613", 3, .original, .zxing)).isEmpty)
        #expect(sure(code(.interleaved2of5, "21673613", 9, .original, .zxing)) == ["21673613"])
        #expect(sure(code(.interleaved2of5, "21673613", 9, .straightened, .zxing)).isEmpty)
    }

    @Test("A piece of a longer Interleaved 2 of 5 is not believed, however often it is seen")
    func pieces() {
        let piece = code(.interleaved2of5, "216736", 40)
        #expect(sure(piece) == ["216736"])
        #expect(sure(piece, code(.interleaved2of5, "2167361334", 1)).isEmpty)
        #expect(sure(piece, code(.interleaved2of5, "2167361334", 9)) == ["2167361334"])
        let askew = code(.interleaved2of5, "2167361334", 3, .straightened, .zxing)
        #expect(sure(askew).isEmpty)
    }

    @Test("Of two readings in one place the one that was seen more often stays; places apart do not matter")
    func onePlace() {
        let right = code(.ean13, "9780804816632", 90)
        let wrong = code(.ean13, "9780204816638", 20, .stretched)
        #expect(sure(right, wrong) == ["9780804816632"])
        #expect(sure(wrong, right, code(.ean13, "9780804816632", 9, .third)) == ["9780804816632"])
        let apart = code(.ean13, "9780204816638", 20, .stretched, at: 200)
        #expect(sure(right, apart).count == 2)
    }

    @Test("A misreading on a few lines beside the code itself is not believed, a neighbour's number is")
    func shadows() {
        let right = code(.ean13, "9780804816632", 90)
        let wrong = code(.ean13, "9780204816638", 11, .enlarged, at: 60)
        #expect(sure(right, wrong) == ["9780804816632"])
        #expect(sure(wrong, right) == ["9780804816632"])
        #expect(sure(right, code(.ean13, "9780204816638", 30, .enlarged, at: 110)).count == 2)
        #expect(sure(right, code(.ean13, "9780204816638", 11, .enlarged, at: 300)).count == 2)
    }

    @Test("Group separators do not make another code")
    func separators() {
        let codes = [code(.code128, "10ABC123", 1), code(.code128, "10ABC\u{1D}123", 3, .original, .zxing)]
        #expect(sure(codes[0], codes[1]) == ["10ABC123"])
    }

    @Test("Lengths that the site does not use are not believed")
    func lengths() {
        let options = DecodingOptions(interleavedLengths: [8, 14])
        #expect(sure(code(.interleaved2of5, "1234567890", 50), options: options).isEmpty)
        #expect(sure(code(.interleaved2of5, "12345678", 50), options: options) == ["12345678"])
    }

    @Test func fullASCII() {
        #expect(FullASCII.expand("A+A-1234") == "Aa-1234")
        #expect(FullASCII.expand("E+X+T+E+N+D+E+D /A%J/J/C") == "Extended !?*#")
        for plain in ["CASE-77", "+A123BJC5D6E7", "A$B", "3/4", "50%", "1+", "+", "A+1", "12+A+", ""] {
            #expect(FullASCII.expand(plain) == nil)
        }
    }
}

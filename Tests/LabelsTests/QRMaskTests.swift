import Barcodes
import Localization
import TestSupport
import Testing

@testable import Labels

/// The mask is looked for faster than zint does it, and is the same.
@Suite struct QRMaskTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func itIsTheOneThatZintChooses(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var widths: Set<Int> = []
        for _ in 0..<150 {
            // From version 1 to some that are left to zint.
            let length = [12, Int.random(in: 1...40, using: &random), Int.random(in: 1...300, using: &random)]
                .randomElement(using: &random)
            let bytes = (0..<(length ?? 12)).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
            let text = String(decoding: bytes, as: UTF8.self)
            let own = try ZintSymbol.pattern(of: text, as: .qr)
            let other = try ZintSymbol.encode(text, bytes, as: .qr).pattern
            #expect(own == other, "\(text)")
            widths.insert(own.width)
        }
        #expect(widths.contains { $0 > QRMasks.widest } && widths.contains(21), "\(widths)")
    }

    @Test func mintedBarcodesHaveTheMaskThatZintChooses() throws {
        for serial in stride(from: 0, through: MintedBarcode.highestSerial, by: 4_999) {
            let text = try #require(MintedBarcode(prefix: .container, site: .standard, serial: serial)).text
            let other = try ZintSymbol.encode(text, Array(text.utf8), as: .qr).pattern
            #expect(try ZintSymbol.pattern(of: text, as: .qr) == other)
        }
    }

    @Test(arguments: [Symbology.qr, .code128, .code39, .dataMatrix])
    func nothingIsNoSymbol(symbology: Symbology) {
        #expect(throws: LabelError.unencodable("", words: Message("an empty text"))) {
            try ZintSymbol.pattern(of: "", as: symbology)
        }
    }
}

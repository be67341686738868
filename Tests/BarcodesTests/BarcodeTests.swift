import Testing

@testable import Barcodes

@Suite struct BarcodeTests {
    @Test func mintedFormRoundTrips() throws {
        for prefix in BarcodePrefix.allCases {
            let minted = try #require(MintedBarcode(prefix: prefix, site: .standard, serial: 42))
            #expect(minted.text.count == MintedBarcode.length)
            #expect("\(minted)" == minted.text)
            #expect(minted.text.hasPrefix(prefix.rawValue + "000000042"))
            #expect(try MintedBarcode(parsing: minted.text) == minted)
            #expect(try MintedBarcode(parsing: minted.text.lowercased()) == minted)
        }
    }

    @Test func serialsThatDoNotFitAreRefused() {
        #expect(MintedBarcode(prefix: .item, site: .standard, serial: 10_000_000) == nil)
        #expect(MintedBarcode(prefix: .item, site: .standard, serial: -1) == nil)
    }

    @Test(arguments: [
        ("BX00000004", MintedBarcodeError.length(10)),
        ("QQ000000042A", .prefix("QQ")),
        ("BX0000A0042A", .digits("0000A0042")),
        ("BX000000042!", .checkCharacter("!")),
    ])
    func wrongMintedFormsSayWhy(text: String, reason: MintedBarcodeError) {
        #expect(throws: reason) { try MintedBarcode(parsing: text) }
    }

    /// A reading that lost a character must not pass as somebody's own number.
    @Test func damagedMintedBarcodesAreNeverForeign() throws {
        let minted = try #require(MintedBarcode(prefix: .container, site: .standard, serial: 1_234_567)).text
        for index in minted.indices.dropFirst(2) {
            var damaged = minted
            damaged.remove(at: index)
            #expect(throws: BarcodeError.self) { try Barcode(parsing: damaged) }
        }
    }

    @Test(arguments: ["12345", "A-17/3", "Kasse 4", "Übergröße", "BX"])
    func ownNumbersPass(text: String) throws {
        let barcode = try Barcode(parsing: text)
        #expect(barcode.text == text)
        #expect(barcode.minted == nil)
    }

    @Test(arguments: [
        ("", BarcodeError.empty), (" 12", .surroundingSpace), ("12 ", .surroundingSpace), ("1\u{7}2", .unprintable),
        ("1\u{202E}2", .unprintable), (String(repeating: "9", count: 257), .tooLong(257)),
    ])
    func otherTextsSayWhyNot(text: String, reason: BarcodeError) {
        #expect(throws: reason) { try Barcode(parsing: text) }
    }

    @Test(arguments: ["A\u{FFFD}1", "A\u{200B}1", "A\u{E0041}1", "A\u{3164}1", "A\u{FE0F}1", "\u{FFFC}"])
    func whatIsEnteredShowsAllOfItself(text: String) {
        #expect(throws: BarcodeError.unprintable) { try Barcode(entered: text) }
    }
}

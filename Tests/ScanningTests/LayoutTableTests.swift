import Barcodes
import TestSupport
import Testing

@testable import Scanning

/// Every kind of minted barcode, typed under one layout and read under another.
@Suite struct LayoutTableTests {
    static let layouts =
        ["us", "gb", "de", "fr", "be", "cz", "ch", "es", "it"].map { KeyboardLayout(name: $0) }
        + [
            KeyboardLayout(name: "us", variant: "dvorak"),
            KeyboardLayout(name: "de", variant: "nodeadkeys"),
            KeyboardLayout(name: "cz", variant: "qwerty"),
            KeyboardLayout(name: "ch", variant: "fr"),
        ]

    /// Of each kind barcodes with every check character that comes up, and the extremes.
    static func barcodes() -> [MintedBarcode] {
        var generator = SeededGenerator(seed: 36)
        return BarcodePrefix.allCases.flatMap { prefix -> [MintedBarcode] in
            let serials =
                [0, 42, MintedBarcode.highestSerial]
                + (0..<60).map { _ in
                    Int.random(in: 0...MintedBarcode.highestSerial, using: &generator)
                }
            return serials.compactMap { MintedBarcode(prefix: prefix, site: .standard, serial: $0) }
        }
    }

    @Test(arguments: layouts)
    func aScannerThatIsSetToTheDeclaredLayoutIsReadRight(layout: KeyboardLayout) throws {
        let scanner = try ScannerTyping(layout)
        let declared = try KeyMap(layout)
        for barcode in Self.barcodes() {
            let outcomes = try #require(try scanner.outcomes(for: barcode.text, readUnder: declared))
            #expect(outcomes == [.enter(barcode.text)])
        }
    }

    @Test(arguments: layouts)
    func aScannerThatIsSetToUSIsReadRightOrRefusedAndNeverWrong(declared layout: KeyboardLayout) throws {
        let scanner = try ScannerTyping(.us)
        let declared = try KeyMap(layout)
        var right = 0
        for barcode in Self.barcodes() {
            let outcomes = try #require(try scanner.outcomes(for: barcode.text, readUnder: declared))
            #expect(outcomes.count == 1)
            guard case .read(let text, _) = outcomes.first else { continue }
            // Letters and digits that make no minted barcode are refused by the layer above, which sees the text.
            guard let read = try? MintedBarcode(parsing: text) else { continue }
            #expect(read == barcode)
            right += 1
        }
        if ["us", "gb", "es", "it"].contains(layout.name), layout.variant == nil {
            #expect(right == Self.barcodes().count)
        }
    }

    @Test func theTableHasEveryKindAndEveryCheckCharacter() {
        let barcodes = Self.barcodes()
        #expect(Set(barcodes.map(\.prefix)).count == BarcodePrefix.allCases.count)
        #expect(Set(barcodes.compactMap(\.text.last)).count == 36)
    }

    @Test(arguments: layouts, ["Doc-7/4_b.c", "]C0", "2024/11 (A+B)", "ÄÖü@µ"])
    func otherTextsComeBackAsTheyWereTyped(layout: KeyboardLayout, text: String) throws {
        let scanner = try ScannerTyping(layout)
        guard let outcomes = try scanner.outcomes(for: text, readUnder: KeyMap(layout)) else { return }
        #expect(outcomes == [.enter(text)])
    }
}

import Barcodes
import Localization
import Testing

@testable import Labels

/// The last look before paper: what does not read as it should is refused.
@Suite struct SymbolReaderTests {
    private static let kinds: [(Symbology, LabelBox)] = [
        (.code128, LabelBox(x: 2, y: 2, width: 80, height: 12)),
        (.code39, LabelBox(x: 2, y: 2, width: 80, height: 12)),
        (.qr, LabelBox(x: 2, y: 2, width: 20, height: 20)),
        (.dataMatrix, LabelBox(x: 2, y: 2, width: 20, height: 20)),
    ]

    private func placement(
        _ symbology: Symbology,
        _ box: LabelBox,
        turn: QuarterTurn = .none,
        resolution: String = "203",
        text: String = "BX0000000014"
    ) throws -> SymbolPlacement {
        let symbol = LabelSymbol(
            content: .barcode,
            symbology: symbology,
            box: turn.isSideways ? LabelBox(x: box.y, y: box.x, width: box.height, height: box.width) : box,
            moduleWidth: 0.2,
            quietZone: try #require(LabelSymbol.rule(for: symbology, saying: .barcode)).leastQuietZone,
            turn: turn
        )
        let target = LabelTarget(resolution: try #require(PrintResolution(parsing: resolution)))
        let pattern = try ZintSymbol.pattern(of: text, as: symbology)
        return try SymbolPlacement(of: text, pattern: pattern, symbol: symbol, grid: DotGrid(target))
    }

    @Test(arguments: kinds, QuarterTurn.allCases)
    func everySymbologyReadsBackHoweverItIsTurned(kind: (Symbology, LabelBox), turn: QuarterTurn) throws {
        for resolution in ["203", "300", "600", "203x406", "300x600", "600x300"] {
            let placement = try placement(kind.0, kind.1, turn: turn, resolution: resolution)
            let bars = placement.bars
            let inside = placement.box
            for bar in bars {
                #expect(bar.x >= inside.x && bar.x + bar.width <= inside.x + inside.width)
                #expect(bar.y >= inside.y && bar.y + bar.height <= inside.y + inside.height)
            }
            let dots = SymbolDots(of: placement, drawn: bars)
            try SymbolReader.check(dots, of: placement, as: kind.0, says: "BX0000000014")
        }
    }

    @Test(arguments: kinds)
    func anotherTextIsRefused(kind: (Symbology, LabelBox)) throws {
        let placement = try placement(kind.0, kind.1)
        let dots = SymbolDots(of: placement, drawn: placement.bars)
        #expect(throws: LabelError.unreadable("BX0000000022")) {
            try SymbolReader.check(dots, of: placement, as: kind.0, says: "BX0000000022")
        }
    }

    /// One dot in the quiet zone, or a bar that is a dot too wide.
    @Test(arguments: kinds)
    func aDotOutOfPlaceIsRefused(kind: (Symbology, LabelBox)) throws {
        let placement = try placement(kind.0, kind.1)
        let bars = placement.bars
        let corner = DotBox(x: placement.box.x, y: placement.box.y + 3, width: 1, height: 1)
        var wide = bars
        wide[0].width += 1
        for spoiled in [bars + [corner], wide] {
            #expect(throws: LabelError.unreadable("BX0000000014")) {
                try SymbolReader.check(
                    SymbolDots(of: placement, drawn: spoiled),
                    of: placement,
                    as: kind.0,
                    says: "BX0000000014"
                )
            }
        }
    }

    /// The rule says how wide a symbol may become; templates are checked against it.
    @Test(arguments: kinds)
    func noMintedBarcodeIsWiderThanItsRule(kind: (Symbology, LabelBox)) throws {
        let rule = try #require(LabelSymbol.rule(for: kind.0, saying: .barcode))
        for prefix in BarcodePrefix.allCases {
            for serial in stride(from: 0, through: MintedBarcode.highestSerial, by: 199_999) {
                let minted = try #require(MintedBarcode(prefix: prefix, site: .standard, serial: serial))
                #expect(try ZintSymbol.pattern(of: minted.text, as: kind.0).width <= rule.modules)
            }
        }
    }

    @Test func smallLettersAreNoCode39() {
        #expect(throws: LabelError.unencodable("abc", words: Message("Code 39 has no small letters"))) {
            try ZintSymbol.pattern(of: "abc", as: .code39)
        }
    }
}

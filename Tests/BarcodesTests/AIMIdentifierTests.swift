import Testing

@testable import Barcodes

@Suite struct AIMIdentifierTests {
    @Test func splitsALeadingIdentifier() throws {
        let split = try #require(AIMIdentifier.split("]C0BX1"))
        #expect(split.identifier.symbology == .code128)
        #expect(split.identifier.description == "]C0")
        #expect(split.rest == "BX1")
    }

    /// Every letter that ISO/IEC 15424 assigns names something, and no other letter does.
    @Test func everyAssignedLetterNamesASymbology() throws {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        let assigned = try letters.filter { letter in
            try #require(AIMIdentifier(code: letter, modifier: "0")).symbology.isAssigned
        }
        #expect(assigned == "ABCDEFGHIJKLMNOPQRSTUXYZcdeghopsz")
        let others = try "MRSPz".map { try #require(AIMIdentifier(code: $0, modifier: "0")).symbology.rawValue }
        #expect(others == ["msi", "iata2of5", "industrial2of5", "plessey", "aztec"])
        #expect(AIMIdentifier(code: "E", modifier: "4")?.symbology == .ean8)
        #expect(AIMIdentifier(code: "y", modifier: "0")?.symbology.rawValue == "]y")
    }

    @Test(arguments: ["BX1", "]", "]C", "]?0BX", ""])
    func leavesOtherTextsAlone(text: String) {
        #expect(AIMIdentifier.split(text) == nil)
    }
}

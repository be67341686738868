import Testing

@testable import Barcodes

@Suite struct AIMIdentifierTests {
    @Test func splitsALeadingIdentifier() throws {
        let split = try #require(AIMIdentifier.split("]C0BX1"))
        #expect(split.identifier.symbology == .code128)
        #expect(split.identifier.description == "]C0")
        #expect(split.rest == "BX1")
    }

    @Test(arguments: ["BX1", "]", "]C", "]?0BX", ""])
    func leavesOtherTextsAlone(text: String) {
        #expect(AIMIdentifier.split(text) == nil)
    }
}

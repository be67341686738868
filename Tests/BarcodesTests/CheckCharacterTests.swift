import Testing

@testable import Barcodes

@Suite struct CheckCharacterTests {
    /// Published identifiers of two standards that use MOD 37,36: GRid and ISAN.
    @Test(arguments: [("A12425GABC1234002", "M"), ("00000000D07A0090", "Q"), ("000000018CFA0000", "I")])
    func matchesPublishedValues(payload: String, check: Character) {
        #expect(CheckCharacter.compute(for: payload) == check)
    }

    @Test func refusesCharactersOutsideTheAlphabet() {
        #expect(CheckCharacter.compute(for: "bx1") == nil)
        #expect(CheckCharacter.compute(for: "A-1") == nil)
        #expect(CheckCharacter.verifies("") == false)
    }

    @Test func findsEverySingleErrorAndEverySwapOfNeighbours() throws {
        let good = Array("BX000012345")
        let check = try #require(CheckCharacter.compute(for: String(good)))
        let whole = good + [check]
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for index in whole.indices {
            for replacement in alphabet where replacement != whole[index] {
                var wrong = whole
                wrong[index] = replacement
                #expect(!CheckCharacter.verifies(String(wrong)))
            }
            guard index + 1 < whole.count, whole[index] != whole[index + 1] else { continue }
            var swapped = whole
            swapped.swapAt(index, index + 1)
            #expect(!CheckCharacter.verifies(String(swapped)))
        }
    }
}

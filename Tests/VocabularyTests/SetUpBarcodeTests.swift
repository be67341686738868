import Barcodes
import Testing
import Vocabulary

@Suite struct SetUpBarcodeTests {
    @Test func theTestBarcodeIsAlwaysTheSame() throws {
        let test = try #require(SetUpBarcode.test)
        #expect(test.text == SetUpBarcode.test?.text)
        #expect(test.text.hasSuffix("Z"))
        #expect(SetUpBarcode.contains(test))
        #expect(ControlCommand(test) == nil)
    }

    @Test func aPairingBarcodeIsNewEachTimeAndNeverTheTestBarcode() throws {
        var generator = SystemRandomNumberGenerator()
        let barcodes = (0..<50).compactMap { _ in SetUpBarcode.pairing(using: &generator) }
        #expect(Set(barcodes).count > 45)
        #expect(barcodes.count == 50)
        #expect(barcodes.allSatisfy { SetUpBarcode.contains($0) && $0.text.last == "Z" && $0 != SetUpBarcode.test })
    }

    @Test func commandsAreNoSetUpBarcodes() throws {
        let commands = ControlCommand.allCases.compactMap(\.barcode)
        #expect(commands.count == ControlCommand.allCases.count)
        #expect(!commands.contains(where: SetUpBarcode.contains))
    }
}

import Barcodes
import Testing
import Vocabulary
import Wire

/// What programs send as control barcodes is what stations understand.
@Suite struct ControlCodeTests {
    @Test(arguments: [
        (ControlCode.end, ControlCommand.end), (.startStocktake, .startStocktake), (.endStocktake, .endStocktake),
        (.confirm, .confirm), (.verify, .verify),
    ])
    func bothEndsAgree(code: ControlCode, command: ControlCommand) {
        #expect(command.barcode?.text == code.rawValue)
    }

    @Test func numbersNeverChange() {
        let numbers = ControlCommand.allCases.map { "\($0.rawValue) \($0.word)" }
        #expect(
            numbers == [
                "1 put", "2 into", "3 charge-out", "4 return", "5 in-transit", "6 pick-up", "7 drop", "8 where",
                "9 end",
                "10 undo", "11 undo-run", "12 sign-out", "13 reprint", "14 start-stocktake", "15 end-stocktake",
                "16 confirm", "17 verify", "18 not-found",
            ]
        )
        #expect(Set(ControlCommand.allCases.map(\.title)).count == numbers.count)
    }
}

import Testing
import Vocabulary

@testable import Printing

@Suite struct PrintRunsTests {
    /// After a start it is learnt first what became of labels; whoever resumes a run meanwhile has it go on after that.
    @Test func aRunThatOnlySettlesPrintsOnceItIsToldTo() async {
        let runs = PrintRuns()
        let number = PrintBatchNumber(rawValue: 1)
        await runs.begin(number, onlySettles: true)
        #expect(await runs.isRunning(number))
        #expect(await !runs.isPrinting(number))
        await runs.begin(number)
        #expect(await runs.isPrinting(number))
        await runs.end(number)
        #expect(await runs.isPrinting(number))
        await runs.end(number)
        #expect(await !runs.isPrinting(number))
        #expect(await !runs.isRunning(number))
    }
}

import Testing
import Vocabulary

@testable import DaemonServer

@Suite struct PrintDeskTests {
    /// After a start it is learnt first what became of labels; whoever resumes a run meanwhile has it go on after that.
    @Test func aRunThatOnlySettlesPrintsOnceItIsToldTo() async {
        let desk = PrintDesk()
        let number = PrintBatchNumber(rawValue: 1)
        await desk.begin(number, onlySettles: true)
        #expect(await desk.isRunning(number))
        #expect(await !desk.isPrinting(number))
        await desk.begin(number)
        #expect(await desk.isPrinting(number))
        await desk.end(number)
        #expect(await desk.isPrinting(number))
        await desk.end(number)
        #expect(await !desk.isPrinting(number))
        #expect(await !desk.isRunning(number))
    }
}

import Printers
import Testing

@testable import Printing

/// One at a time, in the order of coming.
@Suite struct PrinterTurnsTests {
    /// Who was at the printer, and how many at once.
    private actor Witness {
        private(set) var order: [Int] = []
        private(set) var most = 0
        private var now = 0

        func come(_ number: Int) {
            order.append(number)
            now += 1
            most = max(most, now)
        }

        func go() { now -= 1 }
    }

    private let printer = PrinterAddress.socket(host: "zebra", port: 9_100)

    private func wait(for count: Int, at turns: PrinterTurns) async {
        while await turns.count(at: printer) != count { await Task.yield() }
    }

    @Test func theyFollowInTheOrderOfComing() async throws {
        let turns = PrinterTurns()
        let witness = Witness()
        try await turns.take(printer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...5 {
                group.addTask {
                    try await turns.hold(printer) {
                        await witness.come(number)
                        await Task.yield()
                        await witness.go()
                    }
                }
                await wait(for: number, at: turns)
            }
            await turns.leave(printer)
            try await group.waitForAll()
        }
        #expect(await witness.order == [1, 2, 3, 4, 5])
        #expect(await witness.most == 1)
        // Nobody has it: it is there at once.
        try await turns.take(printer)
        #expect(await turns.count(at: printer) == 0)
    }

    @Test func whoGivesUpHoldsNobodyUp() async throws {
        let turns = PrinterTurns()
        try await turns.take(printer)
        let first = Task { try await turns.take(printer) }
        await wait(for: 1, at: turns)
        let second = Task { try await turns.take(printer) }
        await wait(for: 2, at: turns)
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        await turns.leave(printer)
        try await second.value
        await turns.leave(printer)
        try await turns.take(printer)
    }

    @Test func anErrorEndsATurn() async throws {
        let turns = PrinterTurns()
        for _ in 1...2 {
            await #expect(throws: PrintError.noPrinter) {
                try await turns.hold(printer) { throw PrintError.noPrinter }
            }
        }
    }

    @Test func othersDoNotWait() async throws {
        let turns = PrinterTurns()
        try await turns.take(printer)
        try await turns.take(.socket(host: "zebra", port: 9_101))
        #expect(try await turns.hold(nil) { 7 } == 7)
    }

    @Test func aRunThatIsNotWantedWaitsNoMore() async throws {
        let turns = PrinterTurns()
        try await turns.take(printer)
        let wish = PrintWish()
        let waiting = Task { try await wish.wait { try await turns.take(printer) } }
        await wait(for: 1, at: turns)
        wish.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(await turns.count(at: printer) == 0)
        // Nor does one that nobody wants any more begin to wait.
        await #expect(throws: CancellationError.self) { try await wish.wait { try await turns.take(printer) } }
    }

    /// Whoever only wants a page is told, and the printer is free for the next all the same.
    @Test func aTurnThatDoesNotComeInTimeIsGivenUp() async throws {
        let turns = PrinterTurns()
        try await turns.take(printer)
        await #expect(throws: PrinterTurns.TooLong.self) { try await turns.hold(printer, within: .milliseconds(20)) {} }
        #expect(await turns.count(at: printer) == 0)
        await turns.leave(printer)
        #expect(try await turns.hold(printer, within: .seconds(60)) { 7 } == 7)
    }
}

import Testing

@testable import Wire

@Suite struct ProgressLineTests {
    @Test func aStageWithoutATotalShowsOnlyTheTime() {
        var line = ProgressLine()
        let text = line.text(for: ProgressResource(stage: "file", done: 0, total: nil), after: .seconds(75))
        #expect(text == "checking the database file …  1:15")
    }

    @Test func aStageWithATotalShowsRateAndTimeLeft() {
        var line = ProgressLine()
        _ = line.text(for: ProgressResource(stage: "entries", done: 0, total: 46_000), after: .seconds(2))
        let text = line.text(for: ProgressResource(stage: "entries", done: 23_000, total: 46_000), after: .seconds(7))
        #expect(text == "checking entries  [############............] 50 %  23000 of 46000  4600/s  0:05 left")
    }

    @Test func eachStageHasARateOfItsOwn() {
        var line = ProgressLine()
        _ = line.text(for: ProgressResource(stage: "copying", done: 900, total: 1_000), after: .seconds(1))
        let text = line.text(for: ProgressResource(stage: "entries", done: 10, total: 100), after: .seconds(60))
        #expect(text == "checking entries  [##......................] 10 %  10 of 100")
        let later = line.text(for: ProgressResource(stage: "entries", done: 30, total: 100), after: .seconds(70))
        #expect(later.hasSuffix("30 of 100  2/s  0:35 left"))
    }

    @Test func bytesAreShownInUnits() {
        var line = ProgressLine()
        _ = line.text(for: ProgressResource(stage: "fetching", done: 0, total: 5 << 20), after: .zero)
        let text = line.text(
            for: ProgressResource(stage: "fetching", done: 3 << 19, total: 5 << 20),
            after: .seconds(1)
        )
        #expect(text.hasSuffix("30 %  1.5 of 5.0 MiB  1.5 MiB/s  0:02 left"), "\(text)")
    }

    @Test(arguments: [(-5, 10, "0 of 10"), (11, 10, "10 of 10"), (0, 10, "0 of 10")] as [(Int64, Int64, String)])
    func aCountOutsideItsTotalStaysWithin(done: Int64, total: Int64, amount: String) {
        var line = ProgressLine()
        #expect(line.text(for: ProgressResource(stage: "x", done: done, total: total), after: .zero).contains(amount))
    }
}

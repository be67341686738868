import Testing

@testable import DaemonServer

@Suite("When a file in a drop folder is whole")
struct SettlingTests {
    private let start = ContinuousClock.now
    private let first = WaitingFile(name: "a.pdf", identity: FileIdentity(inode: 1, size: 10, changedAt: 1))
    private let grown = WaitingFile(name: "a.pdf", identity: FileIdentity(inode: 1, size: 20, changedAt: 2))

    @Test func closedFilesAreWholeAtOnceAndOthersWhenTheyStay() {
        var settling = Settling(period: .seconds(5))
        #expect(settling.whole([first], closed: [], now: start).isEmpty)
        #expect(settling.whole([first], closed: ["b.pdf"], now: start + .seconds(4)).isEmpty)
        #expect(settling.whole([first], closed: [], now: start + .seconds(5)) == [first])
        var other = Settling(period: .seconds(5))
        #expect(other.whole([first], closed: ["a.pdf"], now: start) == [first])
        #expect(!other.hasSettled(first, now: start + .seconds(4)))
        #expect(other.hasSettled(first, now: start + .seconds(5)))
    }

    @Test func aFileThatGrowsStartsAnew() {
        var settling = Settling(period: .seconds(5))
        #expect(settling.whole([first], closed: ["a.pdf"], now: start) == [first])
        #expect(settling.whole([grown], closed: [], now: start + .seconds(9)).isEmpty)
        #expect(settling.whole([grown], closed: [], now: start + .seconds(13)).isEmpty)
        #expect(settling.whole([grown], closed: [], now: start + .seconds(14)) == [grown])
    }

    @Test func postponedFilesWaitAndGoneOnesAreForgotten() {
        var settling = Settling(period: .seconds(5))
        #expect(settling.whole([first], closed: ["a.pdf"], now: start) == [first])
        settling.postpone(first, until: start + .seconds(3))
        #expect(settling.whole([first], closed: [], now: start + .seconds(2)).isEmpty)
        #expect(settling.whole([first], closed: [], now: start + .seconds(3)) == [first])
        #expect(settling.whole([], closed: [], now: start + .seconds(4)).isEmpty)
        #expect(settling.whole([first], closed: [], now: start + .seconds(5)).isEmpty)
    }
}

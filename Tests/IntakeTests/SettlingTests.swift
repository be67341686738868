import Testing
import Vocabulary

@testable import Intake

@Suite("When a file in a drop folder is complete, and what comes first")
struct SettlingTests {
    private let start = ContinuousClock.now
    private let first = WaitingFile(name: "a.pdf", identity: FileIdentity(inode: 1, size: 10, changedAt: 1))
    private let grown = WaitingFile(name: "a.pdf", identity: FileIdentity(inode: 1, size: 20, changedAt: 2))

    private func file(_ name: String, _ inode: UInt64, at changedAt: Int64 = 1) -> WaitingFile {
        let kind = FileNameKind(name)
        let identity = FileIdentity(inode: inode, size: 10, changedAt: changedAt, statusChangedAt: Int64(inode))
        return WaitingFile(name: name, identity: identity, isDraft: kind != .final)
    }

    private func look(
        _ settling: inout Settling,
        _ files: [WaitingFile],
        _ arrivals: [FolderWatch.Arrival] = [],
        after seconds: Int
    ) {
        let time = Timestamp(clamping: Int64(seconds) * 1_000_000)
        settling.look(at: files, arrivals: arrivals, now: start + .seconds(seconds), time: time)
    }

    private func isComplete(_ settling: Settling, _ file: WaitingFile, _ writers: FileWriters, after: Int) -> Bool {
        settling.isComplete(file, writers: writers, now: start + .seconds(after))
    }

    @Test func aFileIsCompleteOnceNobodyWritesItAndItStaysAsItIs() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], after: 0)
        #expect(!isComplete(settling, first, .none, after: 4))
        #expect(isComplete(settling, first, .none, after: 5))
        #expect(!isComplete(settling, first, .some, after: 5_000))
        #expect(!isComplete(settling, first, .unknown, after: 59))
        #expect(isComplete(settling, first, .unknown, after: 60))
        #expect(!isComplete(settling, grown, .none, after: 60))
    }

    @Test func aRenamedFileIsCompleteAtOnceUnlessSomebodyWritesIt() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], [.init(name: "a.pdf", isRenamed: true)], after: 0)
        #expect(isComplete(settling, first, .none, after: 0))
        #expect(!isComplete(settling, first, .some, after: 0))
        #expect(!isComplete(settling, first, .unknown, after: 0))
    }

    @Test func aFileThatGrowsBeginsAgainAndIsGivenTwiceItsLongestPause() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], after: 0)
        look(&settling, [grown], after: 4)
        #expect(!isComplete(settling, grown, .none, after: 11))
        #expect(isComplete(settling, grown, .none, after: 12))
        // The same size and the same time of change, set by the program: only the kernel's own time shows it.
        let rewritten = WaitingFile(
            name: "a.pdf",
            identity: FileIdentity(inode: 1, size: 20, changedAt: 2, statusChangedAt: 9)
        )
        look(&settling, [rewritten], after: 12)
        #expect(!isComplete(settling, rewritten, .none, after: 27))
        #expect(isComplete(settling, rewritten, .none, after: 28))
    }

    @Test func whatCannotBeReadIsGivenTimeAgainWheneverItChanges() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], after: 0)
        for seconds in [5, 30] {
            let moment = settling.settles(first, now: start + .seconds(seconds))
            #expect(moment == start + .seconds(65))
        }
        settling.postpone(first, until: start + .seconds(65))
        #expect(settling.isPostponed(first, now: start + .seconds(64)))
        #expect(!settling.isPostponed(first, now: start + .seconds(65)))
        look(&settling, [grown], after: 40)
        #expect(!settling.isPostponed(grown, now: start + .seconds(40)))
        let moment = settling.settles(grown, now: start + .seconds(130))
        #expect(moment == start + .seconds(190))
    }

    @Test func othersAreAwaitedWhileFilesArriveButNotForEver() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], after: 0)
        #expect(settling.awaitsOthers(first, now: start + .seconds(4)))
        #expect(!settling.awaitsOthers(first, now: start + .seconds(5)))
        let second = file("b.pdf", 2)
        look(&settling, [first, second], after: 58)
        #expect(settling.awaitsOthers(first, now: start + .seconds(59)))
        #expect(!settling.awaitsOthers(first, now: start + .seconds(60)))
        #expect(settling.awaitsOthers(second, now: start + .seconds(60)))
    }

    /// The share's clock is hours off, and files that came first were written last by it.
    @Test func aFileKeepsTheTimeAtWhichItWasBegun() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [], after: 0)
        let (cover, page) = (file("cover.pdf", 1, at: 10_000_000_000), file("page.pdf", 2, at: 15_000_000_000))
        look(&settling, [cover], [.init(name: "cover.pdf", isRenamed: false)], after: 1)
        look(&settling, [cover, page], [.init(name: "page.pdf", isRenamed: false)], after: 6)
        let written = file("cover.pdf", 1, at: 90_000_000_000)
        look(&settling, [page, written], after: 80)
        #expect(settling.blocks(of: [page, written]) == [[written], [page]])
    }

    @Test func aDraftKeepsItsPlaceWhenItGetsItsName() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [], after: 0)
        let (draft, page) = (file("cover.pdf.part", 1, at: 10), file("page.pdf", 2, at: 20))
        look(
            &settling,
            [draft, page],
            ["cover.pdf.part", "page.pdf"].map { .init(name: $0, isRenamed: false) },
            after: 1
        )
        #expect(settling.blocks(of: [page, draft]) == [[draft], [page]])
        #expect(!isComplete(settling, draft, .none, after: 100))
        #expect(settling.isLive(draft, now: start + .seconds(60)))
        #expect(!settling.isLive(draft, now: start + .seconds(61)))
        let cover = file("cover.pdf", 1, at: 10)
        look(&settling, [page, cover], [.init(name: "cover.pdf", isRenamed: true)], after: 9)
        #expect(settling.blocks(of: [page, cover]) == [[cover], [page]])
        #expect(isComplete(settling, cover, .none, after: 9))
    }

    @Test func aNameThatIsUsedAgainComesAfterThoseThatWaited() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [], after: 0)
        let (one, two) = (file("scan.pdf", 1, at: 1), file("scan (1).pdf", 2, at: 3_000_000_000))
        look(&settling, [one], [.init(name: "scan.pdf", isRenamed: false)], after: 1)
        look(&settling, [one, two], [.init(name: "scan (1).pdf", isRenamed: false)], after: 4)
        settling.free(one)
        let again = file("scan.pdf", 3, at: 6_000_000_000)
        look(&settling, [two, again], [.init(name: "scan.pdf", isRenamed: false)], after: 7)
        #expect(settling.blocks(of: [again, two]) == [[two], [again]])
    }

    @Test func filesThatAreGoneAreForgotten() {
        var settling = Settling(period: .seconds(5))
        look(&settling, [first], after: 0)
        look(&settling, [], after: 4)
        look(&settling, [first], after: 5)
        #expect(!isComplete(settling, first, .none, after: 6))
        #expect(isComplete(settling, first, .none, after: 10))
    }
}

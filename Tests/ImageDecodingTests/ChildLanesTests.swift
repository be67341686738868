import Dispatch
import Synchronization
import Testing

@testable import ImageDecoding

@Suite("The line before the child processes")
struct ChildLanesTests {
    private final class Tally: Sendable {
        private let state = Mutex((now: 0, most: 0))
        var counts: (now: Int, most: Int) { state.withLock { $0 } }
        func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { state.withLock { $0.now -= 1 } }
    }

    @Test("Never more jobs at once than lanes, and every job that was taken runs")
    func bounded() async {
        let lanes = ChildLanes(count: 3, waiting: 1000, waitingEach: 1000)
        let running = Tally()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        let taken = lanes.enter(for: "") {
                            running.enter()
                            running.leave()
                            continuation.resume()
                        }
                        #expect(taken)
                    }
                }
            }
        }
        #expect(running.counts.now == 0)
        #expect((1...3).contains(running.counts.most))
    }

    /// Jobs that say when they begin, and end when they are let go.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        let begun: AsyncStream<String>
        private let continuation: AsyncStream<String>.Continuation

        init() { (begun, continuation) = AsyncStream.makeStream() }

        func job(_ name: String) -> @Sendable () -> Void {
            { [self] in
                continuation.yield(name)
                semaphore.wait()
            }
        }

        func letGo(_ count: Int) { for _ in 0..<count { semaphore.signal() } }
    }

    @Test("One who has nothing running waits for nobody, however many jobs another has")
    func sharedOut() async {
        let lanes = ChildLanes(count: 2, waiting: 100, waitingEach: 50)
        let gate = Gate()
        var begun = gate.begun.makeAsyncIterator()
        for _ in 0..<16 { #expect(lanes.enter(for: "anna", gate.job("anna"))) }
        #expect(await [begun.next(), begun.next()] == ["anna", "anna"])
        #expect(lanes.enter(for: "bert", gate.job("bert")))
        #expect(await begun.next() == "bert")
        #expect(lanes.enter(for: "carl", gate.job("carl")))
        #expect(await begun.next() == "carl")
        gate.letGo(18)
    }

    @Test("Users take turns where all lanes are taken")
    func turns() async {
        let lanes = ChildLanes(count: 1, waiting: 100, waitingEach: 50)
        let gate = Gate()
        var begun = gate.begun.makeAsyncIterator()
        for user in ["anna", "anna", "anna", "bert", "bert", "carl"] {
            #expect(lanes.enter(for: user, gate.job(user)))
        }
        // One lane for all, and one for a user who has nothing running.
        #expect(await Set([begun.next(), begun.next()]) == ["anna", "bert"])
        gate.letGo(1)
        // Whichever job ended, it is the turn of carl, who had none yet.
        #expect(await begun.next() == "carl")
        // Which job a signal ends is not known, and one that ends may make room for none: let all go.
        gate.letGo(5)
        var rest: [String] = []
        for _ in 0..<3 { if let next = await begun.next() { rest.append(next) } }
        #expect(rest.sorted() == ["anna", "anna", "bert"])
    }

    @Test("No user waits with more jobs than one may, and another may wait all the same")
    func bounds() async {
        let lanes = ChildLanes(count: 1, waiting: 4, waitingEach: 3)
        let gate = Gate()
        var begun = gate.begun.makeAsyncIterator()
        #expect(lanes.enter(for: "anna", gate.job("anna")))
        _ = await begun.next()
        let taken = (0..<5).map { _ in lanes.enter(for: "anna", gate.job("anna")) }
        #expect(taken == [true, true, true, false, false])
        #expect(lanes.enter(for: "bert", gate.job("bert")))
        _ = await begun.next()
        #expect(lanes.enter(for: "bert", gate.job("bert")))
        #expect(!lanes.enter(for: "bert", gate.job("bert")))
        // The line is full, and one job of each is taken all the same.
        #expect(lanes.enter(for: "carl", gate.job("carl")))
        gate.letGo(7)
    }
}

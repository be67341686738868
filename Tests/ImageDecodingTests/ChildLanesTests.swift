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
        let lanes = ChildLanes(count: 3, waiting: 1000)
        let running = Tally()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        let taken = lanes.enter {
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
}

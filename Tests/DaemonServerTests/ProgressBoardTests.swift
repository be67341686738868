import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

@Suite struct ProgressBoardTests {
    private struct Stop: Error {}

    @Test func workIsShownToItsRequesterWhileItRuns() async throws {
        let board = ProgressBoard()
        let name = try #require(ProgressBoard.Name("a-1"))
        let answer = try await board.run(name, for: .user(7)) {
            #expect(board.progress(of: name, for: .user(7)).isRunning)
            #expect(board.progress(of: name, for: .user(7)).progress == nil)
            WorkMeter.current?.report(WorkProgress(.entries, done: 3, of: 9))
            #expect(board.progress(of: name, for: .user(7)).progress == WorkProgress(.entries, done: 3, of: 9))
            #expect(!board.progress(of: name, for: .user(8)).isRunning)
            return 5
        }
        #expect(answer == 5)
        #expect(!board.progress(of: name, for: .user(7)).isRunning)
    }

    @Test func workThatFailsIsShownNoLonger() async throws {
        let board = ProgressBoard()
        let name = try #require(ProgressBoard.Name("a"))
        await #expect(throws: Stop.self) { try await board.run(name, for: .daemon) { throw Stop() } }
        #expect(!board.progress(of: name, for: .daemon).isRunning)
    }

    @Test func aNameInUseHidesNothing() async throws {
        let board = ProgressBoard()
        let name = try #require(ProgressBoard.Name("a"))
        try await board.run(name, for: .user(7)) {
            WorkMeter.current?.report(WorkProgress(.copying, done: 1, of: 2))
            // The second is done without being shown, and does not end the first.
            try await board.run(name, for: .user(7)) {}
            #expect(board.progress(of: name, for: .user(7)).progress == WorkProgress(.copying, done: 1, of: 2))
        }
    }

    @Test func withoutANameNothingIsShown() async throws {
        try await ProgressBoard().run(nil, for: .daemon) { #expect(WorkMeter.current == nil) }
    }

    @Test(arguments: ["", "a b", "ä", "a/b", String(repeating: "a", count: 65)])
    func aNameIsChecked(text: String) {
        #expect(ProgressBoard.Name(text) == nil)
    }
}

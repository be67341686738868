import Testing
import Wire

@testable import DaemonClient

/// What is said of a list whose pages were followed.
@Suite struct PageReaderTests {
    private struct Row: WireValue {
        let number: Int
    }

    /// A list of `count` rows in pages of at most `most` rows, which was `counted` when its first page was read.
    private func end(of count: Int, counted: Int?, limit: Int?, pages most: Int = 2) async throws -> ListEnd {
        try await PageReader(limit: limit).follow { limit, cursor in
            let start = cursor.flatMap { Int($0) } ?? 0
            let end = min(start + min(limit, most), count)
            return Page(
                items: (start..<end).map(Row.init),
                total: cursor == nil ? counted : nil,
                complete: end == count,
                next: end == count ? nil : String(end)
            )
        } take: { _ in
        }
    }

    @Test(arguments: [nil, 5, 6, 1_000])
    func aListThatFitsIsComplete(limit: Int?) async throws {
        let end = try await end(of: 5, counted: 5, limit: limit)
        #expect(end.isComplete && !end.isCut && end.total == 5)
    }

    @Test(arguments: [1, 2, 3, 4])
    func aListThatDoesNotFitIsCut(limit: Int) async throws {
        let end = try await end(of: 5, counted: 5, limit: limit)
        #expect(!end.isComplete && end.isCut && end.total == 5)
    }

    @Test func whatCameMeanwhileIsCounted() async throws {
        let all = try await end(of: 7, counted: 5, limit: nil)
        #expect(all.isComplete && !all.isCut && all.total == 7)
        // More follow than were counted at first.
        #expect(try await end(of: 7, counted: 4, limit: 5).total == 6)
    }

    @Test func whatNobodyCountedHasNoTotalUnlessAllIsShown() async throws {
        #expect(try await end(of: 5, counted: nil, limit: 3).total == nil)
        #expect(try await end(of: 5, counted: nil, limit: nil).total == 5)
    }

    @Test func whatTheDaemonLacksIsNotComplete() async throws {
        let end = try await PageReader(limit: nil).follow { _, _ in
            Page(items: [Row(number: 1)], total: 3, complete: false, next: nil)
        } take: { _ in
        }
        #expect(!end.isComplete && !end.isCut && end.total == 3)
    }
}

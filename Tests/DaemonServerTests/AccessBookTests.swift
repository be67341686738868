import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// What waits to be written down does not grow without end.
@Suite struct AccessBookTests {
    private func row(_ route: String, at second: Int64, by uid: UInt32 = 1_000) -> Access {
        Access(
            at: Timestamp(clamping: second * 1_000_000),
            principal: .user(uid),
            roles: [.reader],
            act: .thing,
            route: route,
            isGranted: false
        )
    }

    @Test func theSameAgainWithinAMinuteIsCounted() {
        let book = AccessBook()
        for second in 0..<50 { book.put(row("/v1/where/{barcode}", at: Int64(second))) }
        book.put(row("/v1/where/{barcode}", at: 3, by: 1_001))
        #expect(book.next(limit: 10).rows.count == 2)
        book.close(at: Timestamp(clamping: 61_000_000))
        let rows = book.next(limit: 10).rows
        #expect(rows.count == 3)
        #expect(rows.last?.detail == "49 times more within a minute")
    }

    @Test func moreThanThereIsRoomForIsCountedAndTold() {
        let book = AccessBook()
        for number in 0..<(AccessBook.capacity + 7) { book.put(row("/\(number)", at: 0)) }
        let (rows, lost) = book.next(limit: .max)
        #expect(rows.count == AccessBook.capacity)
        #expect(lost == 7)
        #expect(book.lost == 7)
        book.written(rows.count)
        #expect(book.next(limit: 10).rows.isEmpty)
        #expect(book.next(limit: 10).lost == 0)
    }
}

import Testing
import TransferLog
import Vocabulary

@testable import Circulation

@Suite struct ExpungementTests {
    /// A client whose connection broke off asks again, and is answered as the first time.
    @Test func theSameKeyAsksAndExpungesOnce() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let folder = try await scratch.add(.item, "Doe, Jane")
            let (order, reason) = (try FreeText("A 1"), try FreeText("court order"))
            let asking = try #require(RequestKey("ask", of: .user(1000), request: [1]))
            let asked = try await circulation.requestExpungement(
                of: folder,
                order: order,
                reason: reason,
                by: scratch.clerk,
                key: asking
            )
            let askedAgain = try await circulation.requestExpungement(
                of: folder,
                order: order,
                reason: reason,
                by: scratch.clerk,
                key: asking
            )
            #expect(askedAgain == asked)

            let other = Attribution(principal: .user(2))
            let doing = try #require(RequestKey("do", of: .user(2), request: [2]))
            let done = try await circulation.expunge(folder, by: other, key: doing)
            #expect(try await circulation.expunge(folder, by: other, key: doing) == done)
            #expect(try await scratch.log.read { try $0.newestEntry() } == done.entry.number)
            #expect(try await circulation.entity(folder).entity.title == nil)
            let refusal = await #expect(throws: Refusal.self) { try await circulation.expunge(folder, by: other) }
            #expect(refusal?.kind == .notRequested)
        }
    }
}

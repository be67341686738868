import Foundation
import Testing
import Vocabulary

@testable import TransferLog

/// A request whose response is stored is known from its beginning, and gets its response again.
@Suite struct StoredResponseTests {
    private static func key(_ text: String, of user: UInt32 = 1, request: String = "print") throws -> RequestKey {
        try #require(RequestKey(text, of: .user(user), request: Array(request.utf8)))
    }

    @Test func isKnownFromItsBeginning() async throws {
        try await ScratchLog.with { scratch in
            let key = try Self.key("k")
            let response = StoredResponse(status: 201, body: Array(#"{"job":7}"#.utf8))
            #expect(try await scratch.log.write { try $0.begin(key) } == .new)
            #expect(try await scratch.log.write { try $0.begin(key) } == .begun)
            #expect(try await scratch.log.read { try $0.response(of: key) } == nil)
            try await scratch.log.write { try $0.store(response, of: key) }
            #expect(try await scratch.log.write { try $0.begin(key) } == .ended(response))
            #expect(try await scratch.log.read { try $0.response(of: key) } == response)
            // The keys of other principals are others.
            #expect(try await scratch.log.write { try $0.begin(Self.key("k", of: 2)) } == .new)
        }
    }

    @Test func aKeyBelongsToOneRequest() async throws {
        try await ScratchLog.with { scratch in
            let (key, other) = (try Self.key("k"), try Self.key("k", request: "move"))
            #expect(try await scratch.log.write { try $0.begin(key) } == .new)
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await scratch.log.write { try $0.begin(other) }
            }
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await scratch.log.write { try $0.result(of: other) }
            }
            try await scratch.log.write { try $0.store(StoredResponse(status: 200, body: []), of: key) }
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await scratch.log.read { try $0.response(of: other) }
            }
            // A key of an entry is not free for others.
            let moved = try Self.key("m")
            try await scratch.log.write { try $0.remember(RequestResult(entries: nil), of: moved) }
            await #expect(throws: TransferLogError.keyReused("m")) {
                try await scratch.log.write { try $0.begin(Self.key("m", request: "other")) }
            }
        }
    }

    @Test func aForgottenKeyIsNew() async throws {
        try await ScratchLog.with { scratch in
            let key = try Self.key("k")
            #expect(try await scratch.log.write { try $0.begin(key) } == .new)
            try await scratch.log.write { try $0.forget(key) }
            #expect(try await scratch.log.write { try $0.begin(key) } == .new)
        }
    }

    /// A restored log has a response whose beginning it does not know.
    @Test func aResponseWithoutABeginningIsStored() async throws {
        try await ScratchLog.with { scratch in
            let (key, response) = (try Self.key("k"), StoredResponse(status: 200, body: [1]))
            try await scratch.log.write { try $0.store(response, of: key) }
            #expect(try await scratch.log.write { try $0.begin(key) } == .ended(response))
        }
    }

    @Test func tooLongABodyIsNotStored() async throws {
        try await ScratchLog.with { scratch in
            for (key, length) in [("longest", StoredResponse.longest), ("longer", StoredResponse.longest + 1)] {
                let key = try Self.key(key)
                let body = [UInt8](repeating: 0x20, count: length)
                #expect(try await scratch.log.write { try $0.begin(key) } == .new)
                try await scratch.log.write { try $0.store(StoredResponse(status: 200, body: body), of: key) }
                let stored = try await scratch.log.read { try $0.response(of: key) }
                #expect(stored == StoredResponse(status: 200, body: length > StoredResponse.longest ? nil : body))
            }
        }
    }

    @Test func anExpungementForgetsTheKeysOfRequestsAboutTheRecord() async throws {
        try await ScratchLog.with { scratch in
            let (folder, other) = (try await scratch.register(.item, 1), try await scratch.register(.item, 2))
            let (mine, others, both) = (try Self.key("mine"), try Self.key("others"), try Self.key("both"))
            try await scratch.log.write { transaction in
                _ = try transaction.begin(mine, about: [folder])
                try transaction.store(StoredResponse(status: 200, body: Array("about it".utf8)), of: mine)
                _ = try transaction.begin(others, about: [other])
                try transaction.remember(RequestResult(entries: nil), of: both, about: [folder, other])
                _ = try transaction.eraseTexts(of: folder)
            }
            #expect(try await scratch.log.write { try $0.begin(mine) } == .new)
            #expect(try await scratch.log.write { try $0.begin(others) } == .begun)
            #expect(try await scratch.log.write { try $0.result(of: both) } == nil)
            try await scratch.log.scrub()
            let bytes = try Data(contentsOf: URL(filePath: scratch.path))
            #expect(bytes.range(of: Data("about it".utf8)) == nil)
        }
    }

    @Test func aResponseAboutAConcealedEntityIsNotRepeated() async throws {
        try await ScratchLog.with { scratch in
            let log = scratch.log
            let (folder, other) = (try await scratch.register(.item, 1), try await scratch.register(.item, 2))
            let (both, others) = (try Self.key("both"), try Self.key("others"))
            let response = StoredResponse(status: 200, body: [1])
            try await log.write { transaction in
                for (key, entities) in [(both, [folder, other]), (others, [other])] {
                    _ = try transaction.begin(key, about: entities)
                    try transaction.store(response, of: key)
                }
            }
            #expect(try await log.write(as: Role.clerk.clearance) { try $0.begin(both) } == .ended(response))
            let seal = Restriction(subject: folder, from: .open, to: .sealed, order: "26-CR-7", reason: nil)
            try await log.write {
                _ = try $0.append(.restricted(seal), by: Attribution(principal: .user(1)))
            }
            #expect(try await log.write(as: Role.clerk.clearance) { try $0.begin(both) } == .concealed)
            #expect(try await log.write(as: Role.clerk.clearance) { try $0.begin(others) } == .ended(response))
            #expect(try await log.write { try $0.begin(both) } == .ended(response))
        }
    }
}

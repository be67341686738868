import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices

/// Long bodies: admitted before they are read, and on the disk until they are whole.
@Suite(.timeLimit(.minutes(1))) struct UploadsTests {
    private static func with(_ body: (Uploads, String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await body(Uploads(directory: directory), directory)
    }

    private static func request(length: Int?, _ body: RequestBody) -> Request {
        var fields: HTTPFields = [:]
        if let length { fields[.contentLength] = String(length) }
        let head = HTTPRequest(method: .post, scheme: nil, authority: "localhost", path: "/", headerFields: fields)
        return Request(head: head, body: body)
    }

    private static func peer(_ user: uid_t) -> PeerCredentials { PeerCredentials(pid: 1, uid: user, gid: user) }

    @Test(arguments: [0, 1, UploadFile.piece - 1, UploadFile.piece, 3 * UploadFile.piece + 7])
    func whatIsSentIsWhatArrives(count: Int) async throws {
        try await Self.with { uploads, directory in
            let sent = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let body = RequestBody(buffer: ByteBuffer(bytes: sent))
            for length in [count, nil] {
                let arrived = try await uploads.receive(
                    Self.request(length: length, body),
                    upTo: 8 << 20,
                    from: Self.peer(1)
                ) { $0 }
                #expect(arrived == sent)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
        }
    }

    /// However many a user begins to send, others are served, and what ended makes room.
    @Test func whatOneUserSendsLeavesRoomForOthers() async throws {
        try await Self.with { uploads, _ in
            let size = 64 << 20
            let (begun, signal) = AsyncStream.makeStream(of: uid_t.self)
            var senders: [(task: Task<Int, any Error>, body: RequestBody.Source)] = []
            /// A sender that has sent a little and goes on later.
            func begin(_ user: uid_t) -> Task<Int, any Error> {
                let (body, source) = RequestBody.makeStream()
                let task = Task {
                    try await uploads.receive(Self.request(length: size, body), upTo: size, from: Self.peer(user)) {
                        $0.count
                    }
                }
                senders.append((task, source))
                Task {
                    await source.yield(ByteBuffer(bytes: [1]))
                    signal.yield(user)
                }
                return task
            }
            let fits = Uploads.mostOfOneUser / size
            for _ in 0..<fits {
                _ = begin(1)
                for await _ in begun { break }
            }
            let small = RequestBody(buffer: ByteBuffer(bytes: [1]))
            await #expect(throws: RequestFailure.self) {
                try await uploads.receive(Self.request(length: size, small), upTo: size, from: Self.peer(1)) { $0 }
            }
            let other = try await uploads.receive(Self.request(length: size, small), upTo: size, from: Self.peer(2)) {
                $0.count
            }
            #expect(other == 1)
            for sender in senders { sender.body.finish() }
            for sender in senders { #expect(try await sender.task.value == 1) }
            let again = try await uploads.receive(Self.request(length: size, small), upTo: size, from: Self.peer(1)) {
                $0.count
            }
            #expect(again == 1)
        }
    }

    @Test func whatIsTooLongIsRefusedBeforeAnyOfItIsRead() async throws {
        try await Self.with { uploads, _ in
            let (body, source) = RequestBody.makeStream()
            defer { source.finish() }
            await #expect(throws: RequestFailure.self) {
                try await uploads.receive(Self.request(length: 11, body), upTo: 10, from: Self.peer(1)) { $0 }
            }
            let long = RequestBody(buffer: ByteBuffer(bytes: Array(repeating: 0, count: 11)))
            await #expect(throws: RequestFailure.self) {
                try await uploads.receive(Self.request(length: nil, long), upTo: 10, from: Self.peer(1)) { $0 }
            }
        }
    }
}

import Glibc
import NIOCore
import StubDaemon
import Testing
import Wire

@testable import DaemonClient

@Suite struct FailureTests {
    /// What asking for the status fails with.
    private func failure(
        _ reply: StubReply,
        limits: TimeLimits = TimeLimits(),
        longest: Int = 1 << 20
    ) async throws
        -> DaemonClientError?
    {
        try await StubDaemon { _ in reply }.serve { stub in
            let client = DaemonClient(socketPath: stub.path, limits: limits, longestAnswer: longest)
            let failure = await #expect(throws: DaemonClientError.self) { try await client.ask(API.Status.show) }
            await client.close()
            return failure
        }
    }

    @Test func saysWhereNobodyListens() async throws {
        let client = DaemonClient(socketPath: "/tmp/outguide-no-such-directory/outguide.sock")
        let failure = await #expect(throws: DaemonClientError.self) { try await client.ask(API.Status.show) }
        await client.close()
        let expected = DaemonClientError.unreachable(path: client.socketPath, reason: "there is no such socket")
        #expect(failure == expected)
        let start = "cannot reach outguided at /tmp/outguide-no-such-directory/outguide.sock: there is no such socket; "
        #expect("\(expected)".hasPrefix(start + "is it running?"))
    }

    @Test func saysThatAPathIsTooLong() async throws {
        let client = DaemonClient(socketPath: "/tmp/" + String(repeating: "x", count: 200))
        await #expect(throws: DaemonClientError.pathTooLong(client.socketPath)) {
            try await client.ask(API.Status.show)
        }
        await client.close()
    }

    @Test func tellsWhyAConnectFailed() {
        #expect(ConnectFault(IOError(errnoCode: EACCES, reason: "connect")) == .denied)
        #expect(
            ConnectFault(IOError(errnoCode: ECONNREFUSED, reason: "connect")) == .absent("no process listens there")
        )
        #expect(ConnectFault(IOError(errnoCode: EMFILE, reason: "connect")) == .failed("Too many open files"))
    }

    @Test func passesAProblemOn() async throws {
        let failure = try await failure(.problem("brand-new", status: 409, detail: "cannot do it"))
        guard case .problem(let problem) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(problem.kind.rawValue == "brand-new")
        #expect(problem.status == 409)
        #expect(failure?.description == "cannot do it")
    }

    @Test(arguments: [
        StubReply.json("{}"), .json("nonsense"), .json("{}", status: 500), .json("", status: 302),
        .answer(status: 404, type: Problem.mediaType, body: Array("{".utf8)),
        .raw(Array("SSH-2.0-OpenSSH\r\n".utf8)),
    ])
    func doesNotTrustAnAnswer(reply: StubReply) async throws {
        guard case .malformedAnswer = try await failure(reply) else {
            Issue.record("the answer was taken for something else")
            return
        }
    }

    @Test func takesNoMoreThanItsLimit() async throws {
        let reply = StubReply.json("\"" + String(repeating: "x", count: 100_000) + "\"")
        #expect(try await failure(reply, longest: 99_999) == .answerTooLong(limit: 99_999))
    }

    @Test func waitsNoLongerThanItsLimit() async throws {
        let limits = TimeLimits(request: .milliseconds(50))
        #expect(try await failure(.silence, limits: limits) == .timedOut(.milliseconds(50)))
    }

    @Test func sendsNoRequestThatTheDaemonWouldNotTake() async throws {
        let client = DaemonClient(socketPath: "/tmp/outguide-no-such-directory/outguide.sock")
        let text = String(repeating: "x", count: API.longestRequest)
        await #expect(throws: DaemonClientError.requestTooLong(limit: API.longestRequest)) {
            try await client.ask(API.Readings.record, ReadingRequest(text: text, station: "t"))
        }
        await client.close()
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let reply: @Sendable (StubRequest) -> StubReply = { _ in
            arrived.yield()
            return .silence
        }
        try await StubDaemon(reply: reply).serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let task = Task { try await client.ask(API.Status.show) }
            for await _ in arrivals { break }
            task.cancel()
            await #expect(throws: DaemonClientError.cancelled) { try await task.value }
            await client.close()
            #expect(stub.requests.count == 1)
        }
    }
}

import Foundation
import Localization
import Synchronization
import Testing
import TransferLog
import Vocabulary
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices

/// A request with a key is carried out once, and a repetition gets the first response.
@Suite(.timeLimit(.minutes(1))) struct KeyedRequestsTests {
    private static let done = StoredResponse(status: 200, body: Array(#"{"job":7}"#.utf8))

    private final class Count: Sendable {
        private let number = Mutex(0)
        var value: Int { number.withLock { $0 } }
        func add() { number.withLock { $0 += 1 } }
    }

    private static func request(
        _ content: String = "print",
        remains: String? = "the printer"
    ) throws -> KeyedRequests.Request {
        let key = try #require(RequestKey("k", of: .user(1), request: Array(content.utf8)))
        return KeyedRequests.Request(key: key, path: "/v1/x", entities: [], clearance: .everything, remains: remains)
    }

    /// Sends the request until the act was called so often, and returns the last result.
    private static func result(
        of requests: KeyedRequests,
        _ request: KeyedRequests.Request,
        in parts: DaemonParts,
        _ act: @escaping @Sendable () async throws -> StoredResponse
    ) async -> Result<StoredResponse, any Error> {
        do {
            return .success(try await requests.response(to: request, in: parts.log, act))
        } catch {
            return .failure(error)
        }
    }

    private static func error(of result: Result<StoredResponse, any Error>) -> (any Error)? {
        if case .failure(let error) = result { error } else { nil }
    }

    @Test func isCarriedOutOnce() async throws {
        try await ScratchDaemon.with { parts in
            let (request, count) = (try Self.request(), Count())
            // Another registry is that of the next run of the daemon.
            for requests in [parts.keyed, parts.keyed, KeyedRequests()] {
                let response = try await requests.response(to: request, in: parts.log) {
                    count.add()
                    return Self.done
                }
                #expect(response == Self.done)
            }
            #expect(count.value == 1)
        }
    }

    @Test func aRepetitionWaitsForTheFirst() async throws {
        try await ScratchDaemon.with { parts in
            let (request, count) = (try Self.request(), Count())
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            let (permission, permit) = AsyncStream.makeStream(of: Void.self)
            let act: @Sendable () async throws -> StoredResponse = {
                count.add()
                begin.finish()
                for await _ in permission {}
                return Self.done
            }
            async let first = parts.keyed.response(to: request, in: parts.log, act)
            for await _ in begun {}
            async let second = parts.keyed.response(to: request, in: parts.log, act)
            await #expect(throws: TransferLogError.keyReused("k")) {
                try await parts.keyed.response(to: Self.request("move"), in: parts.log, act)
            }
            permit.finish()
            #expect(try await [first, second] == [Self.done, Self.done])
            #expect(count.value == 1)
        }
    }

    @Test func anInterruptedRequestIsNotRepeatedUnlessItDoesNoHarm() async throws {
        try await ScratchDaemon.with { parts in
            for (remains, isRepeated) in [("the printer", false), (nil, true)] {
                let request = try Self.request(remains ?? "backup", remains: remains)
                try await parts.log.write { transaction in
                    try transaction.forget(request.key)
                    _ = try transaction.begin(request.key)
                }
                let result = await Self.result(of: parts.keyed, request, in: parts) { Self.done }
                switch result {
                case .success(let response): #expect(isRepeated && response == Self.done)
                case .failure(let error):
                    let problem = try #require(error as? RequestFailure)
                    #expect(!isRepeated && problem.kind == .outcomeUnknown && problem.status == 409)
                    #expect(problem.description.contains("look at the printer"), "\(problem)")
                }
            }
        }
    }

    /// A refusal is the response if a part of the act may have come before it.
    @Test(arguments: [
        (ProblemKind(rawValue: "print-job-unconfirmed"), 1), (.conflict, 1), (.invalidRequest, 2), (.notFound, 2),
        (.notPermitted, 2), (.tooManyRequests, 2), (.busy, 2),
    ])
    func refusalsAreStoredIfSomethingMayBeDone(kind: ProblemKind, calls: Int) async throws {
        try await ScratchDaemon.with { parts in
            let (request, count) = (try Self.request(), Count())
            let act: @Sendable () async throws -> StoredResponse = {
                count.add()
                throw RequestFailure(kind, Message("cannot \(count.value, "count")"))
            }
            let first = Self.error(of: await Self.result(of: parts.keyed, request, in: parts, act)) as? RequestFailure
            #expect(first?.kind == kind)
            let second = await Self.result(of: parts.keyed, request, in: parts, act)
            #expect(count.value == calls)
            guard calls == 1 else { return }
            let stored = try second.get()
            #expect(stored.status == kind.status)
            let document = try WireCoding.decode(Problem.self, from: Data(try #require(stored.body)))
            #expect(document == Problem(try #require(first), by: .english(.plain)))
        }
    }

    @Test(arguments: [ProblemKind.degraded, .internalError, .ending]) func afterAFailureTheOutcomeIsUnknown(
        kind: ProblemKind
    ) async throws {
        try await ScratchDaemon.with { parts in
            let (request, count) = (try Self.request(), Count())
            for expected in [kind, .outcomeUnknown] {
                let result = await Self.result(of: parts.keyed, request, in: parts) {
                    count.add()
                    throw RequestFailure(kind, Message("cannot"))
                }
                let error = try #require(Self.error(of: result))
                #expect((error as? RequestFailure)?.kind == expected)
            }
            #expect(count.value == 1)
        }
    }

    @Test func whatWasGivenUpIsNew() async throws {
        try await ScratchDaemon.with { parts in
            let request = try Self.request()
            let result = await Self.result(of: parts.keyed, request, in: parts) { throw CancellationError() }
            #expect(Self.error(of: result) is CancellationError)
            #expect(try await parts.keyed.response(to: request, in: parts.log) { Self.done } == Self.done)
        }
    }

    /// Every route with responses of its own stores them.
    @Test func everyRouteDoesWhatItsDefinitionSays() async throws {
        try await ScratchDaemon.with { parts in
            for route in RouteTable(parts).routes {
                // Why it cannot be repeated is for callers to read.
                if route.outline.repetition == .never { #expect(route.outline.details != nil, "\(route.name)") }
                guard case .byResponse = route.outline.repetition else { continue }
                // The restored log itself contains the response.
                #expect(route.storesResponse || route.outline.id == "restoreBackup", "\(route.name)")
            }
        }
    }
}

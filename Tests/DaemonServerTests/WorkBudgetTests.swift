import Glibc
import HTTPTypes
import HummingbirdCore
import Localization
import Synchronization
import Testing
import Vocabulary
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices

/// The shares of what takes long.
@Suite(.timeLimit(.minutes(1))) struct WorkBudgetTests {
    /// Work that a test lets end, and the order in which it began.
    private final class Work: Sendable {
        private let names = Mutex<[String]>([])
        let begun: AsyncStream<String>
        private let begin: AsyncStream<String>.Continuation
        private let gate: AsyncStream<Void>
        private let opening: AsyncStream<Void>.Continuation

        init() {
            (begun, begin) = AsyncStream.makeStream(of: String.self)
            (gate, opening) = AsyncStream.makeStream(of: Void.self)
        }

        var order: [String] { names.withLock { $0 } }

        func open() { opening.finish() }

        func run(_ name: String) async {
            names.withLock { $0.append(name) }
            begin.yield(name)
            for await _ in gate {}
        }
    }

    /// A clock that work moves forward.
    private final class Clock: Sendable {
        private let time = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { time.withLock { $0 } }
        func advance(by duration: Duration) { time.withLock { $0 += duration } }
    }

    /// Begins requests of `user`, one after the other, and returns once all of them wait or run.
    private static func begin(
        _ names: [String],
        of user: uid_t,
        in budget: WorkBudget<WorkKind>,
        _ work: @escaping @Sendable (String) async -> Void
    ) async -> [Task<Void, any Error>] {
        var tasks: [Task<Void, any Error>] = []
        for name in names {
            let before = await budget.waiting(for: .search, of: user).own
            tasks.append(Task { try await budget.run(.search, for: user) { await work(name) } })
            // The first of all runs at once; the test has seen it begin.
            while await budget.waiting(for: .search, of: user).own == before { await Task.yield() }
        }
        return tasks
    }

    private static func occupied(
        _ budget: WorkBudget<WorkKind>,
        by user: uid_t,
        _ work: Work,
        _ run: @escaping @Sendable (String) async -> Void
    ) async -> Task<Void, any Error> {
        let first = Task { try await budget.run(.search, for: user) { await run("first") } }
        for await _ in work.begun { break }
        return first
    }

    /// What a user is told whose request is refused.
    private static func refusal(by budget: WorkBudget<WorkKind>, of user: uid_t) async -> RequestFailure? {
        let error = await #expect(throws: WorkBudgetError.self) {
            try await budget.run(.search, for: user) { Issue.record("it was let in") }
        }
        return error.map { RequestFailure(describing: $0, path: "") }
    }

    @Test func anotherUserIsServedBetweenTheRequestsOfOne() async throws {
        let (budget, work) = (WorkBudget<WorkKind>(), Work())
        let first = await Self.occupied(budget, by: 1, work) { await work.run($0) }
        let flood = await Self.begin((1...24).map { "flood \($0)" }, of: 1, in: budget) { await work.run($0) }
        let other = await Self.begin(["other"], of: 2, in: budget) { await work.run($0) }
        work.open()
        for task in [first] + flood + other { try await task.value }
        #expect(work.order.prefix(2) == ["first", "other"])
        #expect(work.order.count == 26)
    }

    @Test func cheapRequestsOfOneWeighAsMuchAsADearOneOfAnother() async throws {
        let (work, clock) = (Work(), Clock())
        let budget = WorkBudget<WorkKind> { clock.now }
        let run: @Sendable (String) async -> Void = { name in
            await work.run(name)
            clock.advance(by: name.hasPrefix("dear") ? .seconds(10) : .seconds(1))
        }
        let first = await Self.occupied(budget, by: 1, work, run)
        let dear = await Self.begin(["dear 1", "dear 2"], of: 1, in: budget, run)
        let cheap = await Self.begin((1...12).map { "cheap \($0)" }, of: 2, in: budget, run)
        work.open()
        for task in [first] + dear + cheap { try await task.value }
        // "first" took a second before the cheap ones came to count: then ten of them for each dear one.
        let place = try #require(work.order.firstIndex(of: "dear 2"))
        let before = work.order[..<place].count { $0.hasPrefix("cheap") }
        #expect(before >= 10 && before <= 12, "\(work.order)")
        #expect(work.order.firstIndex(of: "dear 1") ?? 99 <= 3, "\(work.order)")
    }

    @Test func whatWaitsIsBoundedForAUserAndForAll() async throws {
        let budget = WorkBudget<WorkKind>(limits: WorkLimits(waitingEach: 2, waiting: 3))
        let work = Work()
        let first = await Self.occupied(budget, by: 1, work) { await work.run($0) }
        let own = await Self.begin(["1", "2"], of: 1, in: budget) { await work.run($0) }
        let refused = await Self.refusal(by: budget, of: 1)
        #expect(refused?.status == 429)
        #expect(refused?.kind == .tooManyRequests)
        #expect(refused?.retryAfter == 1)
        #expect(refused?.description.contains("2 requests of this user wait") == true, "\(refused?.description ?? "")")
        let others = await Self.begin(["3"], of: 2, in: budget) { await work.run($0) }
        let full = await Self.refusal(by: budget, of: 2)
        #expect(full?.status == 503)
        // One of each user may wait, and other work is not concerned.
        let third = await Self.begin(["4"], of: 3, in: budget) { await work.run($0) }
        let other = try await budget.run(.list, for: 1) { 7 }
        #expect(other == 7)
        work.open()
        for task in [first] + own + others + third { try await task.value }
    }

    @Test func whoeverLeavesGivesTheirPlaceUp() async throws {
        let (budget, work) = (WorkBudget<WorkKind>(limits: WorkLimits(waitingEach: 1)), Work())
        let first = await Self.occupied(budget, by: 1, work) { await work.run($0) }
        let waiting = await Self.begin(["left"], of: 1, in: budget) { await work.run($0) }
        waiting[0].cancel()
        await #expect(throws: CancellationError.self) { try await waiting[0].value }
        let next = await Self.begin(["next"], of: 1, in: budget) { await work.run($0) }
        work.open()
        for task in [first] + next { try await task.value }
        #expect(work.order == ["first", "next"])
    }

    @Test func aRequestTooManyIsToldWhenToComeAgain() async throws {
        try await ScratchDaemon.with { parts in
            let (asking, work) = (Asking(parts), Work())
            let first = await Self.occupied(parts.budget, by: 4_711, work) { await work.run($0) }
            let names = (1...WorkLimits().waitingEach).map { "\($0)" }
            let waiting = await Self.begin(names, of: 4_711, in: parts.budget) { await work.run($0) }
            let answer = try await asking.response(.get, "/v1/search?q=lease", as: [.reader])
            #expect(answer.status.code == 429)
            #expect(answer.headers[.retryAfter] == "1")
            for path in ["/v1/status", "/v1/items", "/v1/where/LC000000001H"] {
                let prompt = try await asking.response(.get, path, as: [.reader])
                #expect(prompt.status.code != 429)
            }
            work.open()
            for task in [first] + waiting { try await task.value }
            let again = try await asking.response(.get, "/v1/search?q=lease", as: [.reader])
            #expect(again.status.code == 200)
        }
    }

    /// The niceness of the calling thread.
    private static var niceness: CInt { getpriority(CInt(bitPattern: PRIO_PROCESS.rawValue), 0) }

    /// Also after it was suspended, while a task of high priority waits for its result.
    @Test func workRunsOnThreadsThatYieldToOthers() async throws {
        let budget = WorkBudget<WorkKind>()
        let found = try await Task(priority: .high) {
            try await budget.run(.search, for: 1) {
                let before = Self.niceness
                await Task.yield()
                return [before, Self.niceness]
            }
        }.value
        #expect(found == [10, 10])
        #expect(Self.niceness < 10)
    }
}

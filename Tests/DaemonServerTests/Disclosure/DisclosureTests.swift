import HTTPTypes
import Hummingbird
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// Nobody can tell a log with concealed things from one without: neither by what they are answered, whatever they ask, nor
/// by what they hear of what others do.
@Suite struct DisclosureTests {
    /// Routes that are not sent anything, each for a reason.
    private static let excepted: Set<String> = [
        // It waits for a printer, of which there is none here.
        "POST /v1/labels/batches/{batch}/resume",
        // A stream, which is listened to while the others are asked.
        "GET /v1/events",
        // The state of the machine; checks of printers take seconds.
        "GET /v1/diagnosis",
    ]

    @Test(arguments: [Restriction.Level.restricted, .sealed, .expunged])
    func whatIsAskedIsAnsweredAlike(level: Restriction.Level) async throws {
        try await TwinLogs.with(level) { twins in
            let catalogue = try RequestCatalogue(twins)
            try await twins.open { first, second in
                let pair = Pair(first, second, twins)
                let routes = RouteTable(first).routes.filter { $0.method == .get && !Self.excepted.contains($0.name) }
                #expect(routes.count > 40)
                for route in routes {
                    for role in twins.audience {
                        for sample in try catalogue.samples(of: route) {
                            _ = try await pair.send(sample, as: role)
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [Restriction.Level.restricted, .sealed, .expunged])
    func whatIsDoneIsAnsweredAlike(level: Restriction.Level) async throws {
        try await TwinLogs.with(level) { twins in
            for role in twins.audience {
                try await forEachChange(twins, by: role) { pair, sample, number in
                    guard try await pair.send(sample, as: role, key: "k\(number)") else { return false }
                    return try await pair.send(sample, as: role, key: "k\(number)")
                }
            }
        }
    }

    /// What somebody does who may know of all is heard of by others: at stations, in lists, in the stream of events.
    @Test(arguments: [Restriction.Level.restricted, .sealed])
    func whatOthersDoIsHeardOfAlike(level: Restriction.Level) async throws {
        try await TwinLogs.with(level) { twins in
            let actor: Role = level == .restricted ? .clerk : .supervisor
            try await forEachChange(twins, by: actor) { pair, sample, _ in
                // What is asked about something concealed has its own answer; nobody else hears of that.
                let isAlike = try await pair.sendKnowing(sample, as: actor)
                return isAlike && !twins.marks.contains { sample.path.contains($0) || sample.body.contains($0) }
            }
        }
    }

    /// Sends everything to every route that changes something, each time to logs that are as they were furnished, and
    /// compares what the audience can see and hear then.
    private func forEachChange(
        _ twins: TwinLogs,
        by role: Role,
        _ send: (Pair, RequestCatalogue.Sample, Int) async throws -> Bool
    ) async throws {
        let catalogue = try RequestCatalogue(twins)
        var routes: [Route] = []
        try await twins.open { first, _ in routes = RouteTable(first).routes.filter { $0.method != .get } }
        routes.removeAll { Self.excepted.contains($0.name) }
        #expect(routes.count > 40)
        for route in routes {
            var samples = try catalogue.samples(of: route)[...]
            // One is enough to see that it is not for them.
            if !route.access.roles.contains(role) { samples = samples.prefix(1) }
            while !samples.isEmpty {
                try await twins.open { first, second in
                    let pair = Pair(first, second, twins)
                    let ears = try await Ears(pair, twins)
                    var areAlike = true
                    while areAlike, let sample = samples.popFirst() {
                        let isSame = try await send(pair, sample, samples.count)
                        let areAsLong = try await pair.areAlike()
                        areAlike = isSame && areAsLong
                        if !areAlike {
                            try await ears.expectNoMarks(after: "\(route.name) \(sample.path) \(sample.body)")
                        }
                    }
                    if areAlike { try await ears.expectTheSame(after: route.name) }
                }
            }
        }
    }
}

/// Those of the audience who listen to both daemons.
private final class Ears {
    private let pair: Pair
    private let twins: TwinLogs
    private var streams: [(role: Role, left: Listener, right: Listener)] = []

    init(_ pair: Pair, _ twins: TwinLogs) async throws {
        (self.pair, self.twins) = (pair, twins)
        for role in twins.audience {
            streams.append((role, try await Listener(pair.first, role), try await Listener(pair.second, role)))
        }
    }

    /// The first of the logs alone went on.
    func expectNoMarks(after words: String) async throws {
        for stream in streams {
            let text = try await stream.left.finish() + pair.first(get: "/v1/stations", as: stream.role)
            for mark in twins.marks where !words.contains(mark) {
                #expect(!text.contains(mark), "\(stream.role) hears of \(mark) after \(words)\n  \(text.suffix(900))")
            }
        }
    }

    func expectTheSame(after route: String) async throws {
        for stream in streams {
            let (left, right) = (try await stream.left.finish(), try await stream.right.finish())
            let (here, there) = Pair.difference(
                Pair.comparable(Pair.settled(left)),
                Pair.comparable(Pair.settled(right))
            )
            #expect(here == there, "\(stream.role) hears after \(route)\n  \(here)\n  \(there)")
            for path in [
                "/v1/stations", "/v1/status", "/v1/readings", "/v1/pull-lists", "/v1/charge-outs", "/v1/transits",
                "/v1/items",
                "/v1/containers", "/v1/labels/batches",
            ] {
                let left = try await pair.first(get: path, as: stream.role)
                let right = try await pair.second(get: path, as: stream.role)
                let (here, there) = Pair.difference(left, right)
                #expect(left == right, "\(stream.role) at \(path) after \(route)\n  \(here)\n  \(there)")
            }
        }
    }
}

/// Somebody who listens to the stream of events.
private struct Listener {
    private let parts: DaemonParts
    private let writer: CollectingWriter
    private let task: Task<Void, any Error>

    init(_ parts: DaemonParts, _ role: Role) async throws {
        self.parts = parts
        let writer = CollectingWriter()
        self.writer = writer
        let body = try await Asking(parts).response(.get, "/v1/events", as: [role]).body
        task = Task {
            do {
                try await body.write(writer)
            } catch {
                // Nobody waits for more.
                try await writer.finish(nil)
            }
        }
    }

    var text: String { writer.text }

    /// All that was heard until now.
    func finish() async throws -> String {
        parts.events.publish(.logGrew(nil))
        parts.events.publish(.keepAlive)
        for await piece in writer.pieces where piece.contains("keep-alive") { break }
        task.cancel()
        // Others are waited for in the same way.
        return writer.text.replacing(": keep-alive\n\n", with: "")
    }
}

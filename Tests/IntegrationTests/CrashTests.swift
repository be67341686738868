import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// What the daemon acknowledged is there after it was killed in the middle of its work.
@Suite struct CrashTests {
    private static let clients = 8

    /// `make crash` asks for a hundred.
    private static let rounds = ProcessInfo.processInfo.environment["OUTGUIDE_CRASHES"].flatMap { Int($0) } ?? 10

    @Test func nothingAcknowledgedIsLost() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        try await DaemonBed.with { bed in
            let shelves = try await register(2, "location", in: bed)
            let boxes = try await register(Self.clients, "container", in: bed)
            var moves = 0
            for round in 1...Self.rounds {
                let moment = KillMoment.random(using: &generator)
                let acknowledged = try await moveUntilKilled(boxes, between: shelves, in: bed, at: moment)
                moves += acknowledged.values.reduce(0) { $0 + $1.count }
                try await bed.start()
                let client = DaemonClient(socketPath: bed.socket)
                for (box, last) in acknowledged {
                    let history = try await client.ask(
                        API.Whereabouts.history,
                        at: box,
                        query: [Parameter.limit.set(1_000)]
                    ).items
                    let numbers = Set(history.map(\.entry))
                    #expect(numbers.isSuperset(of: last), "\(box) lost moves in round \(round) of seed \(seed)")
                    // Where it is follows from the newest entry, acknowledged or not.
                    let place = try await client.ask(API.Whereabouts.show, at: box)
                    #expect(place.entry == history.first?.entry)
                    #expect(place.placement.barcode == history.first?.to?.barcode)
                }
                // Every entry, the tree over them, and the tables beside a replay.
                let verification = try await client.ask(API.Log.verify)
                #expect(verification.problems == [], "round \(round) of seed \(seed)")
                #expect(verification.entries >= acknowledged.values.joined().max() ?? 0)
                await client.close()
            }
            print("crash: \(Self.rounds) rounds, \(moves) moves acknowledged")
        }
    }

    /// Every client moves its box to and fro until the daemon is killed.
    private func moveUntilKilled(
        _ boxes: [String],
        between shelves: [String],
        in bed: DaemonBed,
        at moment: KillMoment
    ) async throws -> [String: Set<Int64>] {
        let tally = MoveTally()
        let (enough, finish) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for box in boxes {
                group.addTask {
                    let client = DaemonClient(socketPath: bed.socket)
                    var turn = 0
                    while true {
                        turn += 1
                        let move = MoveRequest(barcodes: [box], to: shelves[turn % 2])
                        guard let response = try? await client.ask(API.Moves.move, move) else { break }
                        for entry in response.movements.compactMap(\.entry) { tally.add(entry, of: box) }
                        if tally.total >= moment.moves { finish.finish() }
                    }
                    await client.close()
                }
            }
            for await _ in enough {}
            await moment.pass()
            try await bed.kill()
            try await group.waitForAll()
        }
        #expect(tally.total >= moment.moves)
        return tally.entries
    }

    private func register(_ count: Int, _ noun: String, in bed: DaemonBed) async throws -> [String] {
        var barcodes: [String] = []
        for number in 1...count {
            let name = noun == "location" ? ["--name", "Shelf \(number)"] : []
            let run = try await ChildRun.of(
                try BuiltProduct.path(of: "outguide"),
                [noun, "add", "--quiet"] + name,
                environment: ["OUTGUIDE_SOCKET": bed.socket]
            )
            barcodes.append(run.answer)
        }
        return barcodes
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Many clients move the same few things while the daemon is killed and its clock is stepped: what all of them were answered
/// is what one daemon that does one call after the other could have answered.
@Suite struct LinearizabilityTests {
    private static let clients = 32
    /// Answers between two kills.
    private static let callsInALife = 200
    /// `OUTGUIDE_HISTORY_KILLS` asks for more than there is time for in every run.
    private static let kills =
        ProcessInfo.processInfo.environment["OUTGUIDE_HISTORY_KILLS"].flatMap { Int($0) } ?? 3
    /// An hour, a day, a year and a lifetime, both ways, in seconds.
    private static let steps: [Int64] = [
        0, 3_600, -3_600, 86_400, -86_400, 400 * 86_400, -400 * 86_400, 2_500_000_000, -1_700_000_000,
    ]

    @Test func movesAreLinearizableOverKillsAndSteppedClocks() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("history of seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        try await FaultInjection.with { faults in
            try await DaemonBed.with(environment: faults.environment) { bed in
                let stage = try await Self.stage(bed)
                let before = try await Self.state(of: stage.things, stage, bed)
                let recorder = CallRecorder()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<Self.clients {
                        let seed = generator.next()
                        group.addTask {
                            try await MovingClient(socket: bed.socket, stage: stage, recorder: recorder, seed: seed)
                                .run()
                        }
                    }
                    for kill in 1...Self.kills {
                        for part in 1...4 {
                            await recorder.hasAnswered((4 * (kill - 1) + part) * Self.callsInALife / 4)
                            faults.setClock(secondsOff: Self.steps.randomElement(using: &generator) ?? 0)
                        }
                        try await bed.kill()
                        try await bed.start()
                        recorder.beginLife()
                    }
                    await recorder.hasAnswered((Self.kills + 1) * Self.callsInALife)
                    recorder.end()
                    try await group.waitForAll()
                }
                try await Self.check(recorder.calls, from: before, stage, bed, seed: seed)
            }
        }
    }

    private static func check(
        _ calls: [String: [RecordedCall]],
        from before: [String: ThingState],
        _ stage: MovingClient.Stage,
        _ bed: DaemonBed,
        seed: UInt64
    ) async throws {
        let client = DaemonClient(socketPath: bed.socket)
        for thing in stage.things {
            let calls = try #require(calls[thing])
            var checker = HistoryChecker(calls)
            let verdict = checker.verdict(from: try #require(before[thing]))
            #expect(verdict == .linearizable, "\(thing) with seed \(seed)")
            // Nothing was done twice: what the log has more than was answered is what nothing was heard of.
            let answered = calls.compactMap(\.movedEntry)
            #expect(Set(answered).count == answered.count, "\(thing): two calls made one entry")
            let first = try #require(before[thing]?.entry)
            var held: [Int64] = []
            var cursor: String?
            repeat {
                let page = try await client.ask(
                    API.Whereabouts.history,
                    at: thing,
                    query: [Parameter.limit.set(1_000), Parameter.cursor.set(cursor)]
                )
                held += page.items.filter { $0.to != nil }.map(\.entry).filter { $0 > first }
                cursor = page.next
            } while cursor != nil
            let unheard = Set(held).subtracting(answered)
            #expect(Set(answered).isSubset(of: held), "\(thing): an acknowledged move is gone")
            let heard = calls.count(where: { $0.answer != nil })
            #expect(unheard.count <= calls.count - heard, "\(thing): a call was done twice")
            print("\(thing): \(calls.count) calls, \(calls.count - heard) without an answer, \(answered.count) moves")
        }
        #expect(try await client.ask(API.Log.verify).problems == [], "seed \(seed)")
        await client.close()
    }

    private static func stage(_ bed: DaemonBed) async throws -> MovingClient.Stage {
        let client = DaemonClient(socketPath: bed.socket)
        var (shelves, custodians, things): ([String], [String], [String]) = ([], [], [])
        for number in 1...3 {
            shelves.append(
                try await client.ask(API.Entities.locations.create, NewEntityRequest(name: "Shelf \(number)")).barcode
            )
            custodians.append(
                try await client.ask(API.Entities.custodians.create, NewEntityRequest(name: "Clerk \(number)")).barcode
            )
        }
        for _ in 1...3 {
            let box = try await client.ask(API.Entities.containers.create, NewEntityRequest()).barcode
            _ = try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelves[0]))
            things.append(box)
        }
        await client.close()
        return MovingClient.Stage(things: things, shelves: shelves, custodians: custodians)
    }

    private static func state(
        of things: [String],
        _ stage: MovingClient.Stage,
        _ bed: DaemonBed
    ) async throws -> [String: ThingState] {
        let client = DaemonClient(socketPath: bed.socket)
        var states: [String: ThingState] = [:]
        for thing in things {
            let found = try await client.ask(API.Whereabouts.show, at: thing)
            states[thing] = ThingState(place: try #require(stage.place(found.placement.barcode)), entry: found.entry)
        }
        await client.close()
        return states
    }
}

extension RecordedCall {
    fileprivate var movedEntry: Int64? { if case .moved(let entry) = answer { entry } else { nil } }
}

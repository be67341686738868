import DaemonClient
import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// Whole days: several stations and clerks at once beside one daemon, which goes away in the middle.
@Suite(.timeLimit(.minutes(5))) struct ScriptedDayTests {
    @Test(arguments: ["day-1", "day-2", "day-3"]) func everythingIsWhereTheLastScanPutIt(name: String) async throws {
        let day = try ScriptedDay(named: name)
        let total = day.readings.values.map(\.count).reduce(0, +)
        try await DaemonBed.with(configuration: Self.configuration(of: day)) { bed in
            try await Self.register(day, in: bed)
            let tally = DayTally(day)
            let (middle, reached) = AsyncStream.makeStream(of: Void.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (station, codes) in day.readings {
                    group.addTask {
                        try await Self.scan(codes, at: station, of: bed) { code, outcome in
                            if tally.add(code, at: station, outcome) == total / 2 { reached.finish() }
                        }
                    }
                }
                for await _ in middle {}
                // Stations go on from what they had open, whichever way the daemon went.
                if name == "day-1" { try await bed.stop() } else { try await bed.kill() }
                try await bed.start()
                try await group.waitForAll()
            }
            #expect(tally.verdicts.values.reduce(0, +) == total)
            // A day in which everything is refused would prove nothing.
            #expect((tally.verdicts["accepted"] ?? 0) > total / 3)
            #expect((tally.verdicts["refused"] ?? 0) > total / 50)
            try await Self.compare(tally.model, day, bed)
        }
    }

    @Test(arguments: 1...3) func daysAreAsTheirSeedMakesThem(seed: Int) async throws {
        let maker = ScriptedDay.directory.appending(path: "make-day.py").path()
        let made = try await ChildRun.of("/usr/bin/python3", [maker, "\(seed)"])
        let kept = try String(
            contentsOf: ScriptedDay.directory.appending(path: "Days/day-\(seed).txt"),
            encoding: .utf8
        )
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output == kept)
    }

    private static func compare(_ model: DayModel, _ day: ScriptedDay, _ bed: DaemonBed) async throws {
        let client = DaemonClient(socketPath: bed.socket)
        var placed = 0
        for thing in day.things where ["box", "folder"].contains(thing.sort) {
            let found = try await client.ask(API.Whereabouts.show, at: thing.barcode).placement
            let expected = model.place(of: thing.barcode)
            #expect(found.barcode == expected, "\(thing.barcode) is \(found)")
            if expected != nil { placed += 1 }
        }
        #expect(placed > 30)
        #expect(try await client.ask(API.Log.verify).problems == [])
        await client.close()
    }

    /// Sends readings one after the other, each until it is answered, and none twice.
    private static func scan(
        _ codes: [String],
        at station: String,
        of bed: DaemonBed,
        _ answered: @Sendable (String, OutcomeResource) -> Void
    ) async throws {
        let number = Mutex(0)
        let client = DaemonClient(socketPath: bed.socket, awaitsStart: true) {
            // The same reading bears the same key however often it is sent.
            var generator = SeededGenerator(
                seed: station.utf8.reduce(0) { $0 &* 257 &+ UInt64($1) } &* 1_000_003
                    &+ UInt64(number.withLock { $0 })
            )
            return IdempotencyKey(using: &generator)
        }
        for (index, code) in codes.enumerated() {
            number.withLock { $0 = index }
            while true {
                do {
                    answered(
                        code,
                        try await client.ask(API.Readings.record, ReadingRequest(text: code, station: station))
                    )
                    break
                } catch {
                    // It is being started again; whether it took the reading, the key of the reading tells.
                    switch error {
                    case .unreachable, .connectionLost: continue
                    default: throw error
                    }
                }
            }
        }
        await client.close()
    }
}

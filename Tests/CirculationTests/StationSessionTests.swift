import Barcodes
import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// What a station is in the middle of: whose it is, how long it lasts, and that it outlives the daemon.
@Suite struct StationSessionTests {
    @Test func contextsLapseAndClerksAreSignedOut() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let desk = try StationWorld.name("desk")
            try await world.scan("clerk")
            try await world.scan("shelf2")
            let open = try await world.circulation.station(desk, at: clock.clock.now())
            #expect(open.clerk?.title == "clerk")
            #expect(open.placeName == "shelf2")
            #expect(open.contextExpires?.rfc3339 == "2026-11-20T10:15:00.000000Z")
            #expect(open.clerkExpires?.rfc3339 == "2026-11-20T11:00:00.000000Z")
            #expect(try await world.circulation.lapses(after: clock.clock.now()).count == 2)
            clock.advance(bySeconds: 901)
            let idle = try await world.circulation.station(desk, at: clock.clock.now())
            #expect(idle.session.context == .closed)
            #expect(idle.clerk?.title == "clerk")
            #expect(try await world.scan("loose").kind == "no-place-open")
            clock.advance(bySeconds: 3_601)
            #expect(try await world.circulation.station(desk, at: clock.clock.now()).clerk == nil)
            #expect(try await world.scan("shelf2").verdict == .accepted)
            #expect(try await world.state() == "here shelf2")
        }
    }

    /// A clock that is set back must not keep a shelf open until it has caught up.
    @Test func aClockThatIsSetBackClosesWhatItCannotTime() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            try await world.scan("clerk")
            try await world.scan("shelf2")
            clock.advance(bySeconds: -60)
            #expect(try await world.scan("box2").verdict == .accepted)
            clock.advance(bySeconds: -7_200)
            #expect(try await world.scan("loose").kind == "no-place-open")
            #expect(try await world.state() == "closed")
        }
    }

    @Test func whatAClerkDoesIsTheClerks() async throws {
        try await StationWorld.with { world in
            try await world.scan("clerk")
            try await world.scan("shelf2")
            let number = try #require(try await world.scan("folder").entry)
            let clerk = try await world.log.read { view in
                try view.entity(barcode: try world.barcode("clerk"))
            }
            let entry = try await world.log.read { try $0.entry(number) }
            #expect(entry.principal == .custodian(try #require(clerk).id))
            // The next clerk does not put boxes on the shelf of the one before.
            try await world.scan("clerk2")
            #expect(try await world.scan("box2").kind == "no-place-open")
        }
    }

    @Test func theScreenShowsTheLastTenAndTheRawCode() async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            for _ in 0..<6 { try await world.scan("folder") }
            try await world.scan("bad\u{7}code")
            try await world.scan("misread")
            for name in ["into", "box", "where"] { try await world.scan(name) }
            let line = try await world.circulation.station(try StationWorld.name("desk"), at: UTCClock.system.now())
            #expect(line.answered.count == 10)
            #expect(line.answered.prefix(3).map(\.reply.kind) == ["armed", "opened", "armed"])
            #expect(line.answered[3].code == "BX0000000012")
            #expect(line.answered[4].code == "bad·code")
            #expect(line.answered.map(\.reply.verdict).filter { $0 == .refused }.count == 2)
            #expect(line.session.armed == .whereIs)
            let names = try await world.circulation.stations(at: UTCClock.system.now(), limit: 100).map(\.station.text)
            #expect(names == ["desk", "guarded", "returns"])
        }
    }

    /// A person who is expunged while something is open for them stops nothing: readings are answered, stations shown.
    @Test(arguments: ["ann", "clerk"]) func somebodyMayBeExpungedInTheMiddle(name: String) async throws {
        try await StationWorld.with { world in
            for code in ["clerk", "ann", "bob"] { try await world.scan(code) }
            let text = try FreeText("order")
            let person = try world.barcode(name)
            _ = try await world.circulation.requestExpungement(of: person, order: text, reason: text, by: world.admin)
            _ = try await world.circulation.expunge(person, by: Attribution(principal: .user(1)))
            let clerks = world.circulation.seen(as: Role.clerk.clearance)
            let lines = try await clerks.stations(at: UTCClock.system.now(), limit: 100)
            #expect(lines.map(\.station.text) == ["desk", "guarded", "returns"])
            let desk = try #require(lines.first)
            #expect((desk.clerk == nil) == (name == "clerk"))
            #expect((desk.giver == nil) == (name == "ann"))
            func scan(_ code: String) async throws -> ReadingOutcome {
                try await clerks.receive(
                    Reading(
                        bytes: Array(try #require(world.codes[code]).utf8),
                        symbology: nil,
                        station: try StationWorld.name("desk"),
                        scanner: nil,
                        principal: .daemon,
                        occurredAt: nil
                    )
                )
            }
            #expect(try await scan("folder").message.english.isEmpty == false)
            #expect(try await scan("shelf2").message.english.contains("shelf2"))
            let open = try await world.log.read { try $0.openReadings(limit: 9) }
            #expect(open.isEmpty)
            #expect(try await world.log.verify().problems == [])
        }
    }

    /// What is open belongs to somebody who is not there any more: then nothing is, and nothing moves.
    @Test func whatIsOpenForNobodyIsClosed() async throws {
        try await StationWorld.with { world in
            try await world.scan("ann")
            let text = try FreeText("order")
            let ann = try world.barcode("ann")
            _ = try await world.circulation.requestExpungement(of: ann, order: text, reason: text, by: world.admin)
            _ = try await world.circulation.expunge(ann, by: Attribution(principal: .user(1)))
            let newest = try await world.newest()
            let clerks = world.circulation.seen(as: Role.clerk.clearance)
            let outcome = try await clerks.receive(
                Reading(
                    bytes: Array(try #require(world.codes["folder"]).utf8),
                    symbology: nil,
                    station: try StationWorld.name("desk"),
                    scanner: nil,
                    principal: .daemon,
                    occurredAt: nil
                )
            )
            #expect(outcome.kind == "awaiting-home")
            #expect(try await world.state() == "closed ~folder")
            #expect(try await world.newest() == newest)
            let open = try await world.log.read { try $0.openReadings(limit: 9) }
            #expect(open.isEmpty)
        }
    }

    @Test func anExpungementForgetsWhatWasTold() async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            try await world.scan("folder")
            let folder = try world.barcode("folder")
            let text = try FreeText("order")
            _ = try await world.circulation.requestExpungement(of: folder, order: text, reason: text, by: world.admin)
            _ = try await world.circulation.expunge(folder, by: Attribution(principal: .user(1)))
            let line = try await world.circulation.station(try StationWorld.name("desk"), at: UTCClock.system.now())
            #expect(line.answered.isEmpty)
        }
    }

    /// A new mode needs no new table: it outlives the daemon like the modes that the table knows, and `end` closes it.
    @Test func aModeThatTheTableDoesNotNameIsStored() async throws {
        try await StationWorld.with { world in
            let name = SessionName(try StationWorld.name("desk"))
            let shelf = try await world.circulation.entity(try world.barcode("shelf")).entity.id
            let list = PullListID(rawValue: 1)
            let contexts: [StationContext] = [
                .mode("sampling", place: shelf), .mode("sampling", list: list),
                .mode("sampling", place: shelf, list: list),
                .mode("counting", place: shelf), .mode("sampling"),
            ]
            for context in contexts {
                for armed in [ControlCommand.confirm, nil] {
                    let session = StationSession(
                        context: context,
                        armed: armed,
                        touchedAt: UTCClock.system.now(),
                        run: 3
                    )
                    try await world.log.write { try $0.save(session, of: name) }
                    #expect(try await world.log.read { try $0.session(of: name) } == session)
                }
            }
            #expect(try await world.scan("loose").kind == "no-place-open")
            #expect(try await world.scan("end").kind == "closed")
            #expect(try await world.state() == "closed")
        }
    }
}

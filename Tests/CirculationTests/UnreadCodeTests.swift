import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// What a scanner sent and nobody could read is an outcome of its station, and may have been the next place.
@Suite struct UnreadCodeTests {
    private static let refusal = Refusal(.lostInput, "cannot use the reading: keys were lost; scan again, slower")

    private static func refuse(in world: StationWorld, at station: String = "desk") async throws -> ReadingOutcome {
        let reading = Reading(
            bytes: [],
            symbology: nil,
            station: try StationWorld.name(station),
            scanner: ScannerName("gun"),
            principal: .daemon,
            occurredAt: nil,
            origin: ReadingOrigin(transport: .keyboard)
        )
        return try await world.circulation.refuse(reading, because: refusal)
    }

    @Test func theNextBoxDoesNotGoToTheFormerShelf() async throws {
        try await StationWorld.with { world in
            try await world.scan("clerk")
            try await world.scan("shelf2")
            let refused = try await Self.refuse(in: world)
            #expect(refused.verdict == .refused)
            #expect(refused.kind == "lost-input")
            #expect(refused.message.english.hasPrefix(Self.refusal.description))
            #expect(refused.message.english.contains("what was open is closed"))
            #expect(try await world.state() == "closed @clerk")
            #expect(try await world.scan("box2").kind == "no-place-open")
            // Where nothing was open there is nothing to be said of it.
            #expect(try await Self.refuse(in: world).message.english == Self.refusal.description)
        }
    }

    @Test func itIsKeptAndShown() async throws {
        try await StationWorld.with { world in
            let refused = try await Self.refuse(in: world)
            let line = try await world.circulation.reading(refused.reading)
            #expect(line.outcome == StoredOutcome(verdict: .refused, kind: "lost-input", entry: nil))
            #expect(line.stored.reading.scanner?.text == "gun")
            let station = try await world.circulation.station(StationWorld.name("desk"), at: UTCClock.system.now())
            #expect(station.answered.first?.reply.message == refused.message.english)
            #expect(station.waiting == 0)
            #expect(try await world.circulation.interpretOpenReadings().isEmpty)
            // What is remembered of stations in use outlives those that are forgotten.
            try await world.circulation.forgetIdleSessions()
            let again = try await world.circulation.station(StationWorld.name("desk"), at: UTCClock.system.now())
            #expect(again.answered.count == 1)
        }
    }

    @Test(arguments: [
        ("box", "closed"), ("into box", "closed"), ("ann", "closed"), ("ann bob", "closed"), ("in-transit", "closed"),
        ("list", "closed"), ("into", "closed"), ("box", "closed"), ("folder", "closed"),
        ("verify box", "counting box"), ("verify box inner end-stocktake", "counting box"),
    ])
    func whateverIsOpenClosesButACount(before: String, after: String) async throws {
        try await StationWorld.with { world in
            for name in before.split(separator: " ") { try await world.scan(String(name)) }
            _ = try await Self.refuse(in: world)
            #expect(try await world.state() == after)
        }
    }

    /// What a scanner keeps in its memory is known; a line of a longer symbol need not be.
    @Test(arguments: [
        (["shelf2", "box2"], nil), (["newbox", "foreign-into", "folder"], nil), (["shelf2", "foreign"], "A-17"),
        (["delivery note", "shelf2", "box2"], "delivery note"), (["shelf2", "CASE-4711"], "CASE-4711"),
        (["shelf2", "LC000000001X", "box2"], "LC000000001X"), (["box2", "box2", ""], "an empty reading"),
    ])
    func aBurstIsTakenWhereEachCodeIsKnown(names: [String], unknown: String?) async throws {
        try await StationWorld.with { world in
            let readings = try names.map { name in
                Reading(
                    bytes: Array((world.codes[name] ?? name).utf8),
                    symbology: nil,
                    station: try StationWorld.name("desk"),
                    scanner: ScannerName("gun"),
                    principal: .daemon,
                    occurredAt: nil,
                    origin: ReadingOrigin(transport: .serial)
                )
            }
            let refusal = try await world.circulation.objection(toBurst: readings)
            #expect(refusal?.kind == (unknown == nil ? nil : .partOfSymbol))
            if let unknown { #expect(refusal?.description.contains("\(unknown) is not known") == true) }
        }
    }

    @Test func otherStationsAreLeftAlone() async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            _ = try await Self.refuse(in: world, at: "returns")
            #expect(try await world.state() == "here shelf2")
        }
    }

    @Test(arguments: [
        ("LC000000001X", "closed"), ("bad\u{7}code", "closed"), ("]E0LC000000001H", "closed"), ("", "closed"),
        (String(repeating: "A", count: 300), "closed"),
        // The number of a container was misread, which may be a cart; that of an item opens nothing.
        ("misread", "closed"), ("]C0FD000000001X", "here shelf2"),
    ])
    func aTextThatIsNoBarcodeClosesToo(text: String, after: String) async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            #expect(try await world.scan(text).verdict == .refused)
            #expect(try await world.state() == after)
        }
    }

    /// Where nothing is registered by its first scan, a container that is not known may be the next cart.
    @Test(arguments: [
        ("newbox", "closed"), ("newfolder", "here shelf2"), ("foreign", "closed"), ("newshelf", "closed"),
    ])
    func whatIsNotRegisteredCloses(name: String, after: String) async throws {
        var settings = try StationWorld.settings()
        settings.registersOnFirstScan = false
        try await StationWorld.with(settings: settings) { world in
            try await world.scan("shelf2")
            let refused = try await world.scan(name)
            #expect(refused.verdict == .refused)
            #expect(refused.message.english.contains("what was open is closed") == (after == "closed"))
            #expect(try await world.state() == after)
            // The next box goes to no shelf that was not scanned.
            let next = try await world.scan("box2")
            #expect(next.kind == (after == "closed" ? "no-place-open" : "relocated"))
        }
    }
}

import Barcodes
import Localization
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Lists of things to fetch: what is on them, in which order, and what became of it.
@Suite struct PullListTests {
    private func states(_ world: StationWorld, _ list: String = "list") async throws -> [String] {
        try await world.circulation.pullList(try world.barcode(list)).things.map { thing in
            "\(thing.entity.title ?? "") \(thing.line.state.rawValue)"
        }
    }

    @Test func aListIsWalkedInTheOrderOfItsPlaces() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let annex = try await scratch.add(.location, "Annex")
            let town = try await scratch.add(.location, "Town hall")
            let tenth = try await scratch.add(.location, "Shelf 10", parent: annex)
            let ninth = try await scratch.add(.location, "Shelf 9", parent: annex)
            let box = try await scratch.add(.container, "Box 1", parent: ninth)
            let ann = try await scratch.add(.custodian, "Ann")
            let places = [("nowhere", nil), ("town", town), ("tenth", tenth), ("in the box", box), ("ninth", ninth)]
            var things: [Barcode] = []
            for (name, place) in places { things.append(try await scratch.add(.item, name, parent: place)) }
            let due = Timestamp(clamping: UTCClock.system.now().microseconds + 86_400_000_000)
            let want = NewPullListItems(things, for: ann, due: due, reason: try FreeText("hearing"))
            let sheet = try await circulation.makePullList(want, by: scratch.clerk)
            #expect(sheet.things.map(\.entity.title) == ["ninth", "in the box", "tenth", "town", "nowhere"])
            #expect(sheet.things[1].path == ["Annex", "Shelf 9", "Box 1"])
            #expect(sheet.things.allSatisfy { $0.recipient?.title == "Ann" && $0.line.due == due })
            #expect(sheet.things.allSatisfy { $0.reason == "hearing" })
            #expect(sheet.line.list.barcode.text == "PL0000000010")
            #expect(sheet.line.tally == PullTally(wanted: 5, pulled: 0, missed: 0))
        }
    }

    /// A thing that nobody can tell the place of is looked for where it belongs, on the same walk.
    @Test func whatIsNowhereIsLookedForAtHome() async throws {
        try await ScratchCirculation.with { scratch in
            let circulation = scratch.circulation
            let annex = try await scratch.add(.location, "Annex")
            let ninth = try await scratch.add(.location, "Shelf 9", parent: annex)
            let tenth = try await scratch.add(.location, "Shelf 10", parent: annex)
            let box = try await scratch.add(.container, "Box 1", parent: ninth)
            func add(_ title: String, home: Barcode?, parent: Barcode? = nil) async throws -> Barcode {
                let new = NewEntity(type: .item, title: try FreeText(title), home: home, parent: parent)
                return try await circulation.register(new, by: scratch.clerk).entity.barcode
            }
            let things = [
                try await add("homeless", home: nil), try await add("of shelf 10", home: tenth),
                try await add("of the box", home: box), try await add("in place", home: tenth, parent: ninth),
            ]
            let sheet = try await circulation.makePullList(NewPullListItems(things), by: scratch.clerk)
            #expect(sheet.things.map(\.entity.title) == ["in place", "of the box", "of shelf 10", "homeless"])
            #expect(sheet.things.map(\.path) == [["Annex", "Shelf 9"], [], [], []])
            #expect(sheet.things.map(\.home) == [[], ["Annex", "Shelf 9", "Box 1"], ["Annex", "Shelf 10"], []])
        }
    }

    @Test(arguments: [
        (["a", "Shelf 2"], ["a", "Shelf 10"]), (["a", "shelf 2"], ["a", "Shelf 003"]), (["a"], ["a", "1"]),
        (["1 north"], ["east"]), (["a"], []), (["9"], ["10000000000000000000000"]), (["a1b"], ["a1c"]),
    ])
    func placesAreReadAsPeopleReadThem(before: [String], after: [String]) {
        #expect(WalkOrder(before) < WalkOrder(after))
        #expect(!(WalkOrder(after) < WalkOrder(before)))
        #expect(!(WalkOrder(before) < WalkOrder(before)))
    }

    /// A list asks for nothing that its taker has, however it came there; and nothing else satisfies it.
    @Test func whatBecameOfThingsFollowsFromTheLog() async throws {
        try await StationWorld.with { world in
            #expect(try await states(world).sorted() == ["wanted wanted", "wanted2 wanted"])
            // Another place, another person: the wish stands.
            try await world.scan("shelf2")
            try await world.scan("wanted")
            try await world.scan("bob")
            try await world.scan("wanted")
            #expect(try await states(world).contains("wanted wanted"))
            // Who wanted it has it, though nobody scanned the list.
            try await world.scan("ann")
            #expect(try await world.scan("wanted").verdict == .accepted)
            #expect(try await states(world).contains("wanted pulled"))
            let list = try world.barcode("list")
            let open = try await world.circulation.pullLists(open: true, before: nil, limit: 9)
            #expect(open.map(\.list.barcode.text) == [world.codes["heldlist"], list.text])
            _ = try await world.circulation.noteNotFound([try world.barcode("wanted2")], on: list, by: world.admin)
            let left = try await world.circulation.pullLists(open: true, before: nil, limit: 9)
            #expect(left.map(\.list.barcode.text) == [world.codes["heldlist"]])
            let all = try await world.circulation.pullLists(open: false, before: nil, limit: 2)
            #expect(all.map(\.state) == [.cancelled, .open])
            let rest = try await world.circulation.pullLists(open: false, before: all[1].list.id, limit: 2)
            #expect(rest.map(\.state) == [.done])
            #expect(try await world.log.verify().problems == [])
            try await world.log.rebuild()
            #expect(try await states(world).sorted() == ["wanted pulled", "wanted2 not-found"])
        }
    }

    @Test func correctionsGoBackToWhatStillCounts() async throws {
        try await StationWorld.with { world in
            let reason = try FreeText("mistake")
            func correct(_ entry: EntryNumber) async throws -> EntryNumber {
                try await world.circulation.correct(entry, reason: reason, by: world.admin).entry.number
            }
            let wanted = try world.barcode("wanted")
            let list = try world.barcode("list")
            _ = try await world.circulation.noteNotFound([wanted], on: list, by: world.admin)
            let missed = try #require(try await world.newest())
            let pulled = try #require(
                try await world.circulation.pull([wanted], on: list, by: world.admin).first?.entry?.number
            )
            #expect(try await states(world).contains("wanted pulled"))
            let first = try await correct(pulled)
            #expect(try await states(world).contains("wanted not-found"))
            _ = try await correct(missed)
            #expect(try await states(world).contains("wanted wanted"))
            // The correction was the mistake.
            _ = try await correct(first)
            #expect(try await states(world).contains("wanted pulled"))
            let line = try await world.circulation.pullList(list).things.first { $0.entity.title == "wanted" }
            _ = try await correct(try #require(line).line.entry)
            #expect(try await states(world) == ["wanted2 wanted"])
            #expect(try await world.log.verify().problems == [])
        }
    }

    @Test func whatCannotBeFetchedIsNotListed() async throws {
        try await StationWorld.with { world in
            let newest = try await world.newest()
            func refusal(_ names: [String], for recipient: String? = nil) async throws -> RefusalKind? {
                let things = try names.map { try world.barcode($0) }
                let person = try recipient.map { try world.barcode($0) }
                return await #expect(throws: Refusal.self) {
                    try await world.circulation.makePullList(NewPullListItems(things, for: person), by: world.admin)
                }?.kind
            }
            #expect(try await refusal(["folder", "wanted"]) == .alreadyWanted)
            #expect(try await refusal(["folder", "folder"]) == .alreadyWanted)
            #expect(try await refusal(["shelf"]) == .notMovable)
            #expect(try await refusal(["folder"], for: "shelf") == .notAPerson)
            #expect(try await refusal(["newfolder"]) == .unknownBarcode)
            #expect(try await refusal([]) == .invalidRequest)
            let past = NewPullListItems([try world.barcode("folder")], due: Timestamp(clamping: 1))
            let late = await #expect(throws: Refusal.self) {
                try await world.circulation.makePullList(past, by: world.admin)
            }
            #expect(late?.kind == .invalidRequest)
            // Nothing of a list that is refused is left behind, nor is its number used up.
            #expect(try await world.newest() == newest)
            try await world.scan("in-transit")
            try await world.scan("folder")
            #expect(try await refusal(["folder"]) == .alreadyWanted)
            let dead = try world.barcode("dead")
            for list in [dead, try world.barcode("nolist"), try world.barcode("folder")] {
                let refusal = await #expect(throws: Refusal.self) {
                    let loose = NewPullListItems([try world.barcode("loose")])
                    _ = try await world.circulation.add(loose, to: list, by: world.admin)
                }
                #expect(refusal?.kind == (list == dead ? .pullListCancelled : .unknownPullList))
            }
            // What a cancelled list wanted may be on another.
            let again = NewPullListItems([try world.barcode("kept")])
            #expect(try await world.circulation.makePullList(again, by: world.admin).things.count == 1)
        }
    }

    @Test func thingsArePulledAllOrNone() async throws {
        try await StationWorld.with { world in
            let list = try world.barcode("list")
            let things = try ["wanted", "wanted2"].map { try world.barcode($0) }
            let newest = try await world.newest()
            let refusal = await #expect(throws: Refusal.self) {
                try await world.circulation.pull(things + [try world.barcode("folder")], on: list, by: world.admin)
            }
            #expect(refusal?.kind == .notOnList)
            #expect(try await world.newest() == newest)
            let key = try #require(RequestKey("pull-1", of: .user(0), request: [1]))
            for _ in 0..<2 {
                let pulled = try await world.circulation.pull(things, on: list, by: world.admin, key: key)
                #expect(pulled.map { $0.entry?.fact.kind } == ["dispatched", "dispatched"])
            }
            let again = await #expect(throws: Refusal.self) {
                try await world.circulation.pull(things, on: list, by: world.admin)
            }
            #expect(again?.kind == .alreadyPulled)
            let transits = try await world.log.read { view in
                try view.transits(of: [try #require(try view.entity(barcode: things[0])).id])
            }
            let ann = try await world.log.read { try $0.entity(barcode: try world.barcode("ann"))?.id }
            #expect(transits.values.map(\.recipient) == [ann])
            #expect(try await world.circulation.pullList(list).line.state == .done)
        }
    }

    @Test func aKeyMakesOneList() async throws {
        try await StationWorld.with { world in
            let key = try #require(RequestKey("list-1", of: .user(0), request: [1]))
            let want = NewPullListItems([try world.barcode("folder")])
            let first = try await world.circulation.makePullList(want, by: world.admin, key: key)
            let second = try await world.circulation.makePullList(want, by: world.admin, key: key)
            #expect(first == second)
        }
    }

    @Test func whatIsKeptFromSomebodyIsOnNoListOfTheirs() async throws {
        try await StationWorld.with { world in
            let order = try FreeText("26-CR-7")
            let wanted = try world.barcode("wanted")
            let list = try world.barcode("list")
            _ = try await world.circulation.restrict(wanted, to: .sealed, order: order, reason: order, by: world.admin)
            let clerks = world.circulation.seen(as: Role.clerk.clearance)
            let sheet = try await clerks.pullList(list)
            #expect(sheet.things.map(\.entity.title) == ["wanted2"])
            #expect(sheet.line.tally.total == 1)
            func scan(_ name: String) async throws -> ReadingOutcome {
                try await clerks.receive(
                    Reading(
                        bytes: Array(try #require(world.codes[name]).utf8),
                        symbology: nil,
                        station: try StationWorld.name("desk"),
                        scanner: nil,
                        principal: .daemon,
                        occurredAt: nil
                    )
                )
            }
            #expect(try await scan("list").message.english.contains("0 of 1; left: \(try world.barcode("wanted2"))"))
            #expect(try await scan("wanted").kind == "unknown-barcode")
            #expect(try await scan("wanted2").message.english.hasSuffix("1 of 1"))
            #expect(try await scan("end").verdict == .accepted)
            let open = try await clerks.pullLists(open: true, before: nil, limit: 9)
            #expect(!open.contains { $0.list.barcode.text == list.text })
            #expect(try await world.circulation.pullList(list).things.count == 2)
        }
    }

    /// A screen hangs on the wall: what is kept from some stands on it only when somebody scanned it.
    @Test func whatIsKeptFromSomeIsNotReadOut() async throws {
        try await StationWorld.with { world in
            let reason = try FreeText("juvenile matter")
            let wanted = try world.barcode("wanted")
            _ = try await world.circulation.restrict(
                wanted,
                to: .restricted,
                order: nil,
                reason: reason,
                by: world.admin
            )
            let opened = try #require(try await world.scan("list").screen?.message.english)
            #expect(opened.contains("0 of 1") && !opened.contains(wanted.text))
            #expect(opened.contains(try world.barcode("wanted2").text + " at counter"))
            try await world.scan("end")
            try await world.scan("start-stocktake")
            try await world.scan("shelf")
            let told = try #require(try await world.scan("end-stocktake").screen?.message.english)
            #expect(told.contains("missing: ") && !told.contains(wanted.text))
            try await world.scan("end")
            #expect(try await world.scan("list").verdict == .accepted)
            #expect(try await world.scan("wanted").message.english.contains(wanted.text))
        }
    }

    /// What was removed is no longer waited for, and can be listed again; what was pulled stays on the list.
    @Test func whatIsNoLongerNeededIsRemoved() async throws {
        try await StationWorld.with { world in
            let (list, wanted) = (try world.barcode("list"), try world.barcode("wanted"))
            let before = try await world.circulation.pullList(list)
            let after = try await world.circulation.remove([wanted], from: list, by: world.admin)
            #expect(after.line.tally.total == before.line.tally.total - 1)
            #expect(!after.things.contains { $0.entity.barcode == wanted })
            await #expect(throws: Refusal.self) {
                try await world.circulation.remove([wanted], from: list, by: world.admin)
            }
            let again = try await world.circulation.add(NewPullListItems([wanted]), to: list, by: world.admin)
            #expect(again.line.tally.total == before.line.tally.total)
            await #expect(throws: Refusal.self) {
                try await world.circulation.remove(again.things.map(\.entity.barcode), from: list, by: world.admin)
            }
            _ = try await world.circulation.pull([wanted], on: list, by: world.admin)
            await #expect(throws: Refusal.self) {
                try await world.circulation.remove([wanted], from: list, by: world.admin)
            }
        }
    }

    /// A list that was cancelled while it was open at a station is walked no further.
    @Test func aListMayBeCancelledInTheMiddle() async throws {
        try await StationWorld.with { world in
            try await world.scan("list")
            _ = try await world.circulation.cancelPullList(try world.barcode("list"), by: world.admin)
            #expect(try await world.scan("wanted").kind == "pull-list-cancelled")
            #expect(try await world.scan("end").message.english.hasSuffix("cancelled"))
            #expect(try await world.state() == "closed")
        }
    }
}

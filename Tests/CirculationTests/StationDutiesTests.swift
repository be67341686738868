import Barcodes
import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// What the badge at a station lets its holder do.
@Suite struct StationDutiesTests {
    private struct Desk {
        let scratch: ScratchCirculation
        let shelf: Barcode
        let item: Barcode
        let badge: Barcode

        func scan(_ barcode: Barcode) async throws -> ReadingOutcome { try await scratch.scan(barcode.text) }
    }

    private func with(_ role: Role, separate: Bool = false, _ body: (Desk) async throws -> Void) async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf 1")
            let item = try await scratch.add(.item, "Matter of Roe")
            let badge = try await scratch.add(.custodian, "A. Clerk")
            scratch.circulation.adopt(CirculationSettings(badges: [badge: role], separatesDuties: separate))
            try await body(Desk(scratch: scratch, shelf: shelf, item: item, badge: badge))
        }
    }

    @Test(arguments: [
        (Role.clerk, true), (.supervisor, true), (.administrator, true), (.reader, false), (.auditor, false),
    ])
    func onlyWhoMayMovesThings(role: Role, moves: Bool) async throws {
        try await with(role) { desk in
            _ = try await desk.scan(desk.badge)
            _ = try await desk.scan(desk.shelf)
            let outcome = try await desk.scan(desk.item)
            #expect((outcome.kind != "not-for-this-badge") == moves, "\(outcome)")
        }
    }

    /// What is scanned one after the other, and what the last of it is answered.
    private func scan(
        _ desk: Desk,
        _ codes: Barcode...,
        by sender: Principal = .user(1_000)
    ) async throws -> ReadingOutcome {
        var last: ReadingOutcome?
        for code in codes {
            let reading = Reading(
                bytes: Array(code.text.utf8),
                symbology: nil,
                station: try #require(StationName("desk")),
                scanner: nil,
                principal: sender,
                occurredAt: nil
            )
            last = try await desk.scratch.circulation.receive(reading)
        }
        return try #require(last)
    }

    private static func control(_ command: ControlCommand) throws -> Barcode {
        Barcode(try #require(command.barcode))
    }

    @Test(arguments: [false, true])
    func whoMovedAThingDoesNotCountItAndSomebodyElseMay(isInABox: Bool) async throws {
        try await with(.clerk, separate: true) { desk in
            let other = try await desk.scratch.add(.custodian, "B. Clerk")
            let box = try await desk.scratch.add(.container, "Box")
            let thing = isInABox ? box : desk.item
            if isInABox {
                // Put there by somebody who neither moves the box nor counts.
                let inside = NewMove([desk.item], to: .place(box), reason: nil, occurredAt: nil)
                _ = try await desk.scratch.circulation.move(inside, by: Attribution(principal: .user(7)))
            }
            let place = isInABox ? box : desk.shelf
            let begin = try Self.control(isInABox ? .verify : .startStocktake)
            desk.scratch.circulation.adopt(
                CirculationSettings(badges: [desk.badge: .clerk, other: .auditor], separatesDuties: true)
            )
            #expect(try await scan(desk, desk.badge, desk.shelf, thing).verdict == .accepted)
            let own = try await scan(desk, Self.control(.end), begin, place, desk.item)
            #expect(own.kind == "separate-duties", "\(own)")
            #expect(own.message.english.contains("you moved it; somebody else must count it"))
            _ = try await scan(desk, Self.control(.end), Self.control(.signOut), other)
            let counted = try await scan(desk, begin, place, desk.item)
            #expect(counted.kind == "counted", "\(counted)")
            #expect(try await scan(desk, Self.control(.confirm)).kind == "counted")
            // Signed out and in again it is still the same person.
            _ = try await scan(desk, Self.control(.signOut), desk.badge)
            #expect(try await scan(desk, begin, place, desk.item).kind == "separate-duties")
        }
    }

    @Test func whoCountedAThingDoesNotMoveItWhicheverWay() async throws {
        try await with(.clerk, separate: true) { desk in
            let move = NewMove([desk.item], to: .place(desk.shelf))
            _ = try await desk.scratch.circulation.move(move, by: Attribution(principal: .user(7)))
            // Nobody is signed in: it is who sent the readings.
            let stocktake = try Self.control(.startStocktake)
            _ = try await scan(desk, stocktake, desk.shelf, desk.item, Self.control(.confirm))
            let other = try await desk.scratch.add(.location, "Shelf 2")
            let own = try await scan(desk, other, desk.item)
            #expect(own.kind == "separate-duties" && own.message.english.contains("you counted it"), "\(own)")
            let away = NewMove([desk.item], to: .place(other), reason: nil, occurredAt: nil)
            await #expect(throws: Refusal.self) {
                try await desk.scratch.circulation.move(away, by: Attribution(principal: .user(1_000)))
            }
            // To ask where it is moves nothing.
            #expect(try await scan(desk, Self.control(.whereIs), desk.item).kind == "where")
            #expect(try await scan(desk, Self.control(.end), desk.badge, other, desk.item).verdict == .accepted)
            #expect(try await desk.scratch.log.verify().problems == [])
        }
    }

    @Test func aCountWritesDownWhatItFoundWhoeverCountedBefore() async throws {
        try await with(.clerk, separate: true) { desk in
            let stocktake = try Self.control(.startStocktake)
            let confirm = try Self.control(.confirm)
            let other = try await desk.scratch.add(.location, "Shelf 2")
            let move = NewMove([desk.item], to: .place(desk.shelf))
            _ = try await desk.scratch.circulation.move(move, by: Attribution(principal: .user(7)))
            _ = try await scan(desk, stocktake, desk.shelf, desk.item, confirm)
            let extra = try await scan(desk, stocktake, other, desk.item)
            #expect(extra.kind == "counted-extra", "\(extra)")
            #expect(try await scan(desk, confirm).kind == "counted")
            let place = try await desk.scratch.circulation.whereabouts(of: desk.item).place?.barcode
            #expect(place == other)
        }
    }

    @Test func behindAScannerSomebodyMustBeSignedInThen() async throws {
        for isSeparate in [true, false] {
            try await with(.clerk, separate: isSeparate) { desk in
                let anonymous = try await scan(desk, desk.shelf, desk.item, by: .daemon)
                #expect((anonymous.kind == "not-signed-in") == isSeparate, "\(anonymous)")
                #expect((anonymous.verdict == .accepted) != isSeparate)
                #expect(try await scan(desk, desk.badge, desk.shelf, by: .daemon).kind == "opened")
            }
        }
    }

    @Test func theBadgeSaysWhatIsSeen() async throws {
        for (role, isSeen) in [(Role.clerk, false), (.supervisor, true)] {
            try await with(role) { desk in
                let word = try FreeText("by order")
                let clerk = desk.scratch.clerk
                let circulation = desk.scratch.circulation
                _ = try await circulation.restrict(desk.item, to: .sealed, order: word, reason: word, by: clerk)
                let station = desk.scratch.circulation.seen(as: Role.clerk.clearance)
                func scan(_ barcode: Barcode) async throws -> ReadingOutcome {
                    try await station.receive(
                        Reading(
                            bytes: Array(barcode.text.utf8),
                            symbology: nil,
                            station: try #require(StationName("desk")),
                            scanner: nil,
                            principal: .daemon,
                            occurredAt: nil
                        )
                    )
                }
                _ = try await scan(desk.badge)
                _ = try await scan(desk.shelf)
                let outcome = try await scan(desk.item)
                #expect((outcome.kind == "unknown-barcode") != isSeen, "\(role): \(outcome)")
                #expect(outcome.message.english.contains("Roe") == isSeen)
            }
        }
    }
}

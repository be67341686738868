import Barcodes
import Records
import Testing

@testable import Circulation

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

    @Test func theBadgeSaysWhatIsSeen() async throws {
        for (role, isSeen) in [(Role.clerk, false), (.supervisor, true)] {
            try await with(role) { desk in
                let word = try FreeText("by order")
                let clerk = desk.scratch.clerk
                let circulation = desk.scratch.circulation
                _ = try await circulation.restrict(desk.item, to: .sealed, order: word, reason: word, by: clerk)
                let station = desk.scratch.circulation.seen(as: Role.clerk.sight)
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
                #expect(outcome.message.contains("Roe") == isSeen)
            }
        }
    }
}

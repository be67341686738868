import Barcodes
import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Taking back what was done at a station: one act, or a run of them, which goes as a whole or not at all.
@Suite struct StationUndoTests {
    /// In the middle of the run a box was moved whose former place lies in it by now.
    @Test func aRunIsTakenBackAsAWholeOrNotAtAll() async throws {
        try await StationWorld.with { world in
            for name in ["cart", "box2", "shelf2", "folder", "box2", "loose"] { try await world.scan(name) }
            for name in ["into", "box2", "put", "cart"] { try await world.scan(name, at: "other") }
            #expect(try await world.place(of: "cart") == "box2")
            let newest = try await world.newest()
            let refused = try await world.scan("undo-run")
            #expect(refused.verdict == .refused)
            #expect(refused.kind == "into-itself")
            #expect(refused.message.english.hasSuffix("nothing of this run was undone"))
            #expect(try await world.newest() == newest)
            for name in ["folder", "box2", "loose"] { #expect(try await world.place(of: name) == "shelf2") }
            // Once the later move is taken back, the run can be.
            #expect(try await world.scan("undo", at: "other").verdict == .accepted)
            let undone = try await world.scan("undo-run")
            #expect(undone.message.english == "undone: 3 of this run")
            #expect(try await world.place(of: "folder") == "shelf")
            #expect(try await world.place(of: "box2") == "cart")
            #expect(try await world.place(of: "loose") == "unknown")
            #expect(try await world.log.verify().problems == [])
        }
    }

    @Test func aRunEndsWithItsSession() async throws {
        try await StationWorld.with { world in
            for name in ["shelf2", "folder"] { try await world.scan(name) }
            try await world.circulation.endSession(of: try StationWorld.name("desk"))
            for name in ["shelf2", "loose"] { try await world.scan(name) }
            #expect(try await world.scan("undo-run").message.english == "undone: 1 of this run")
            #expect(try await world.place(of: "folder") == "shelf2")
            #expect(try await world.place(of: "loose") == "unknown")
        }
    }

    @Test func whatWasRegisteredInARunStaysSo() async throws {
        try await StationWorld.with { world in
            for name in ["into", "newbox", "folder"] { try await world.scan(name) }
            let undone = try await world.scan("undo-run")
            #expect(undone.verdict == .accepted)
            #expect(undone.message.english == "undone: 1 of this run; what was registered stays so")
            #expect(try await world.place(of: "folder") == "shelf")
        }
    }

    @Test func whatWasCorrectedElsewhereIsPassedOver() async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            let first = try #require(try await world.scan("folder").entry)
            let second = try #require(try await world.scan("loose").entry)
            let reason = try FreeText("mistake")
            _ = try await world.circulation.correct(second, reason: reason, by: world.admin)
            let passed = try await world.scan("undo")
            #expect(passed.verdict == .attention)
            #expect(passed.message.english.hasPrefix("corrected elsewhere already: "))
            #expect(try await world.scan("undo").message.english.contains("folder"))
            let voiding = try await world.log.read { try $0.voiding(of: first) }
            #expect(voiding != nil)
        }
    }

    /// A thing that was sealed since is not there for the clerk any more: neither undone, nor named, nor a stumbling block.
    @Test func whatIsKeptFromTheClerkSinceIsNotUndone() async throws {
        try await StationWorld.with { world in
            try await world.scan("shelf2")
            try await world.scan("loose")
            try await world.scan("folder")
            let order = try FreeText("26-CR-7")
            let folder = try world.barcode("folder")
            _ = try await world.circulation.restrict(folder, to: .sealed, order: order, reason: order, by: world.admin)
            let clerks = world.circulation.seen(as: Role.clerk.clearance)
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
            #expect(try await scan("undo").kind == "nothing-to-undo")
            let run = try await scan("undo-run")
            #expect(run.message.english == "undone: 1 of this run")
            #expect(try await world.place(of: "folder") == "shelf2")
            #expect(try await world.place(of: "loose") == "unknown")
        }
    }
}

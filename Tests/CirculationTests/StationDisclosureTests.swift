import Barcodes
import Localization
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Every row of the station's table in two archives, of which one has concealed things wherever the rows reach: whoever may
/// not know of these is shown the same by both, at the screen, in the events and in the lists.
@Suite struct StationDisclosureTests {
    /// Who works at the station: a clerk who may know of what is restricted, or a supervisor who may know of all.
    private static let actors: [Clearance] = [.restricted, .everything]

    @Test(arguments: StationTableTests.rows, actors) func theScreenDisclosesNothing(
        row: StationTableTests.Row,
        of actor: Clearance
    ) async throws {
        let among = try await shown(row, as: actor, amongOthers: true)
        let apart = try await shown(row, as: actor, amongOthers: false)
        for (left, right) in zip(among.heard, apart.heard) {
            for mark in ["Roe", "26-JV-"] { #expect(!left.contains(mark), "\(left)") }
            // A visible thing may be kept by one that is not: then it stays, and a supervisor is to be asked.
            guard among.entries == apart.entries, !among.told.contains("ask a supervisor") else { continue }
            #expect(left == right)
        }
        if actor == .restricted { #expect(!among.told.contains("26-JV-") && !among.told.contains("Roe")) }
    }

    /// What was told to the actor, how many entries there are, and what the audience hears and sees of it.
    private func shown(
        _ row: StationTableTests.Row,
        as actor: Clearance,
        amongOthers isAmongOthers: Bool
    ) async throws -> (told: String, entries: Int64, heard: [String]) {
        let clock = SettableClock("2026-03-02T09:00:00Z")
        var result = (told: "", entries: Int64(0), heard: [String]())
        try await StationWorld.with(clock: clock.clock) { world in
            var world = world
            try await world.conceal(amongOthers: isAmongOthers)
            let before = try await world.newest()
            let station = world.circulation.seen(as: actor)
            var outcomes: [ReadingOutcome] = []
            for name in row.before.split(separator: " ").map(String.init) + [row.scan] {
                outcomes.append(try await world.scan(name, at: row.station, as: station))
            }
            result.told = outcomes.map(\.message.english).joined(separator: "\n")
            result.entries = try await world.circulation.counts().entries
            // Sealed things are kept from clerks, too; what a clerk does is no secret from the clerk.
            for clearance in [Clearance.open, .restricted] where clearance < .everything {
                let audience = world.circulation.seen(as: clearance)
                var lines: [String] = []
                for outcome in outcomes {
                    let barcode = outcome.entity?.barcode
                    guard try await audience.mayKnow(of: outcome.reading, about: barcode) else { continue }
                    lines.append(
                        "\(outcome.reading) \(outcome.screen?.message.english ?? "-") \(outcome.entry?.rawValue ?? 0)"
                    )
                }
                let name = try StationWorld.name(row.station)
                let line = try await audience.station(name, at: clock.clock.now())
                let counts = "\(line.counted ?? -1) of \(line.expected ?? -1)"
                lines.append("\(line.session.context.word) \(line.placeName ?? "-") \(counts)")
                lines += line.answered.map { "\($0.code) \($0.reply.verdict) \($0.reply.kind) \($0.reply.message)" }
                let readings = try await audience.readings(before: nil, limit: 100)
                lines += readings.map { "\($0.stored.number) \($0.outcome?.kind ?? "-")" }
                let entries = try await audience.entries(after: before ?? EntryNumber(rawValue: 0), limit: 100).lines
                lines += entries.map { line in
                    let ends = [line.from, line.to].map { $0?.path.joined(separator: "/") ?? "-" }
                    return "\(line.entry.number) \(line.entry.fact.kind) \(line.subject?.barcode.text ?? "-") \(ends)"
                }
                result.heard.append(lines.joined(separator: "\n"))
            }
        }
        return result
    }
}

extension StationWorld {
    /// Adds sealed things: in boxes, on shelves, with people and on lists, or, as many entries long, apart.
    fileprivate mutating func conceal(amongOthers isAmongOthers: Bool) async throws {
        let places = ["box", "shelf2", "cart", "shelf", "box2", nil, nil, nil]
        let order = try FreeText("26-CR-9")
        for (index, place) in places.enumerated() {
            let name = "roe\(index)"
            codes[name] = isAmongOthers ? "26-JV-\(index)" : "77-ZZ-\(index)"
            let title = try FreeText(isAmongOthers ? "Matter of Roe" : "Nothing")
            let new = NewEntity(type: .item, title: title, barcode: try barcode(name))
            _ = try await circulation.register(new, by: admin)
            _ = try await circulation.restrict(try barcode(name), to: .sealed, order: order, reason: order, by: admin)
            if isAmongOthers, let place {
                let place = MoveTarget.place(try barcode(place))
                let move = NewMove([try barcode(name)], to: place, reason: nil, occurredAt: nil)
                _ = try await circulation.move(move, by: admin)
            } else {
                try await rename(name)
            }
        }
        for (name, person) in [("roe5", "judge"), ("roe6", "ann")] {
            if isAmongOthers {
                _ = try await circulation.chargeOut([try barcode(name)], to: try barcode(person), by: admin)
            } else {
                try await rename(name)
            }
        }
        if isAmongOthers {
            let want = NewPullListItems([try barcode("roe7")], for: try barcode("ann"))
            _ = try await circulation.add(want, to: try barcode("list"), by: admin)
        } else {
            try await rename("roe7")
        }
        // One more fits, as far as everybody knows.
        try await change("shelf2", NewConditions(capacity: .set(3)))
    }

    private func rename(_ name: String) async throws {
        let title = try FreeText("Apart \(try await circulation.counts().entries)")
        _ = try await circulation.change(try barcode(name), EntityChange(title: .set(title)), by: admin)
    }
}

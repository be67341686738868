import Records
import Testing

@testable import TransferLog

@Suite struct CorrectionTests {
    @Test func aVoidedMoveIsTakenBackAndCanBeReinstated() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let other = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            let second = try await scratch.move(box, to: .location(other))
            let correction = try await scratch.correct(second.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(shelf))
            #expect(try await scratch.whereabouts(box).entry == first.number)
            let history = try await scratch.log.read { try $0.history(of: box, before: nil, limit: 10) }
            #expect(history.map(\.entry.number.rawValue) == [6, 5, 4, 3])
            #expect(history.map(\.voidedBy) == [nil, correction.number, nil, nil])

            try await scratch.correct(correction.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(other))
            try await scratch.correct(first.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(other))
        }
    }

    @Test func aVoidedChangeGivesTheTitleBack() async throws {
        try await ScratchLog.with { scratch in
            let box = try await scratch.register(.container, 1)
            let change = try await scratch.log.write { transaction in
                try transaction.append(
                    .changed(Change(subject: box, title: .set("new"), kind: .set(.crate))),
                    by: Attribution(principal: .daemon)
                )
            }
            #expect(try await scratch.log.read { try $0.record(box)?.title } == "new")
            try await scratch.correct(change.number, subject: box)
            let record = try await scratch.log.read { try $0.record(box) }
            #expect(record?.title == "container 1")
            #expect(record?.kind == .box)
        }
    }

    /// Somebody remembers a move of yesterday: it takes its place in the past and does not undo today's.
    @Test func aLateWordDoesNotUndoWhatHappenedSince() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let desk = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            _ = try await scratch.register(.item, 1)
            let between = first.occurredAt.advanced(bySeconds: 1)
            let last = try await scratch.move(box, to: .location(shelf))
            #expect(between < last.occurredAt)
            try await scratch.state(box, to: .location(desk), at: between)
            #expect(try await scratch.whereabouts(box).placement == .location(shelf))

            let then = try await scratch.log.read { try $0.whereabouts(of: try $0.existing(box), at: between) }
            #expect(then.placement == .location(desk))
            let before = try await scratch.log.read {
                try $0.whereabouts(of: try $0.existing(box), at: first.occurredAt)
            }
            #expect(before.placement == .location(shelf))
            let onDesk = try await scratch.log.read { try $0.contents(of: desk, at: between, after: nil, limit: 10) }
            #expect(onDesk.map(\.0.id) == [box])
            let later = try await scratch.log.read {
                try $0.contents(of: desk, at: last.occurredAt, after: nil, limit: 10)
            }
            #expect(later.isEmpty)
        }
    }

    @Test func whatIsStatedAfterwardsIsMarked() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            let entry = try await scratch.state(box, to: .location(shelf), at: Timestamp(clamping: 5))
            let stored = try await scratch.log.read { try $0.entry(entry.number) }
            #expect(stored.isBackDated)
            #expect(stored.occurredAt == Timestamp(clamping: 5))
            #expect(stored.recordedAt > stored.occurredAt)
        }
    }
}

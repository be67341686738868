import Testing
import Vocabulary

@testable import TransferLog

@Suite struct WhereaboutsTests {
    @Test func aFolderIsWhereItsBoxIs() async throws {
        try await ScratchLog.with { scratch in
            let site = try await scratch.register(.location, 1)
            let room = try await scratch.register(.location, 2, parent: site)
            let box = try await scratch.register(.container, 1)
            let folder = try await scratch.register(.item, 1)
            #expect(try await scratch.whereabouts(folder).placement == .unknown)

            let filed = try await scratch.move(folder, to: .container(box))
            let put = try await scratch.move(box, to: .location(room))
            let found = try await scratch.whereabouts(folder)
            #expect(found.placement == .container(box))
            #expect(found.path == ["location 1", "location 2", "container 1"])
            #expect(found.seen == .implied)
            #expect(found.entry == put.number)
            #expect(found.since == put.occurredAt)
            #expect(try await scratch.whereabouts(box).seen == .direct)

            let again = try await scratch.move(folder, to: .location(site))
            let back = try await scratch.move(folder, to: .container(box))
            #expect(filed.number < again.number)
            #expect(try await scratch.whereabouts(folder).entry == back.number)
            #expect(try await scratch.whereabouts(folder).seen == .direct)
        }
    }

    @Test func aLocationStandsWhereItWasRegistered() async throws {
        try await ScratchLog.with { scratch in
            let site = try await scratch.register(.location, 1)
            let room = try await scratch.register(.location, 2, parent: site)
            #expect(try await scratch.whereabouts(site).placement == .unknown)
            let found = try await scratch.whereabouts(room)
            #expect(found.placement == .location(site))
            #expect(found.path == ["location 1"])
        }
    }

    /// A clock that was set back makes nothing of what happened since undone, then as little as now.
    @Test func theOrderIsThatOfTheEntriesAndNotOfAClock() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let desk = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            let wrong = Attribution(principal: .daemon, occurredAt: first.occurredAt.advanced(bySeconds: -7_200))
            let last = try await scratch.log.write { transaction in
                let transfer = Transfer(subject: box, from: .location(shelf), to: .location(desk), reason: nil)
                return try transaction.append(.transferred(transfer), by: wrong)
            }
            #expect(last.occurredAt < first.occurredAt)
            #expect(try await scratch.whereabouts(box).placement == .location(desk))
            let later = first.occurredAt.advanced(bySeconds: 7_200)
            let then = try await scratch.log.read { view in
                (try view.whereabouts(of: try view.existing(box), at: later), try view.placements(of: [box], at: later))
            }
            #expect(then.0.placement == .location(desk))
            #expect(then.1 == [box: .location(desk)])
        }
    }

    /// The moves of a box belong to a folder only while the folder was in it.
    @Test func historyFollowsTheContainersAThingLayIn() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let other = try await scratch.register(.location, 2)
            let pallet = try await scratch.register(.container, 1)
            let box = try await scratch.register(.container, 2)
            let folder = try await scratch.register(.item, 1)
            try await scratch.move(box, to: .location(shelf))
            let into = try await scratch.move(folder, to: .container(box))
            let boxed = try await scratch.move(box, to: .container(pallet))
            let carried = try await scratch.move(pallet, to: .location(other))
            let out = try await scratch.move(folder, to: .location(shelf))
            try await scratch.move(pallet, to: .location(shelf))

            let expected = [
                (out.number, Sighting.direct), (carried.number, .implied), (boxed.number, .implied),
                (into.number, .direct), (EntryNumber(rawValue: folder.rawValue), .direct),
            ]
            let all = try await scratch.log.read { try $0.history(of: folder, before: nil, limit: 100) }
            #expect(all.map(\.entry.number) == expected.map(\.0))
            #expect(all.map(\.seen) == expected.map(\.1))

            // Pages of every size are cut from the same list.
            for size in 1...4 {
                var pages: [EntryNumber] = []
                var cursor: EntryNumber?
                repeat {
                    let page = try await scratch.log.read { [cursor] in
                        try $0.history(of: folder, before: cursor, limit: size)
                    }
                    pages += page.map(\.entry.number)
                    cursor = page.count == size ? page.last?.entry.number : nil
                } while cursor != nil
                #expect(pages == expected.map(\.0))
            }
        }
    }
}

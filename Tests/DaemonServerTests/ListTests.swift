import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Localization
import Stations
import Testing
import TransferLog
import Vocabulary
import Wire
import Yams

@testable import DaemonServer
@testable import DaemonServices

/// Every list states how long it is and whether it is complete, to everybody by what they may see.
@Suite struct ListTests {
    /// A page as any client reads it.
    private struct AnyPage: Decodable {
        struct Item: Decodable {}

        let items: [Item]
        let total: Int?
        let complete: Bool
        let next: String?
    }

    /// What is needed to fill in the paths of lists.
    private struct Room {
        let parts: DaemonParts
        let asking: Asking
        let shelf: Barcode
        let open: Barcode
        let batch: PrintBatchNumber

        /// The paths to ask for a list of the API description.
        func paths(of path: String) -> [String] {
            switch path {
            case "/v1/contents/{barcode}":
                ["/v1/contents/\(shelf)?", "/v1/contents/\(shelf)?at=2099-01-01T00:00:00Z&"]
            case "/v1/history/{barcode}":
                ["/v1/history/\(open)?", "/v1/history/\(open)?since=2000-01-01T00:00:00Z&"]
            case "/v1/labels/batches/{batch}/labels":
                ["/v1/labels/batches/\(batch)/labels?", "/v1/labels/batches/\(batch)/labels?state=printed&"]
            case "/v1/search": ["/v1/search?q=smith&", "/v1/search?q=page&"]
            case "/v1/charge-outs": ["/v1/charge-outs?", "/v1/charge-outs?overdue=true&"]
            case "/v1/transits": ["/v1/transits?", "/v1/transits?late=true&"]
            case "/v1/pull-lists": ["/v1/pull-lists?", "/v1/pull-lists?open=true&"]
            case "/v1/documents": ["/v1/documents?", "/v1/documents?of=\(open)&"]
            case "/v1/labels/batches": ["/v1/labels/batches?", "/v1/labels/batches?open=true&"]
            case "/v1/access": ["/v1/access?", "/v1/access?of=\(open)&"]
            default: [path + "?"]
            }
        }
    }

    private static let clerk = Attribution(principal: .user(1_000))

    /// The lists of the API description, but those of what is plugged in and of what CUPS knows.
    private static func lists() throws -> [String] {
        try APIOutline.load().lists.filter { $0 != "/v1/printers" && $0 != "/v1/scanners" }
    }

    /// Three things of each sort, the one in the middle sealed, and all that can be done with them.
    private static func with(_ body: (Room) async throws -> Void) async throws {
        let settings = CirculationSettings()
        try await ScratchDaemon.with(settings: settings) { parts in
            let circulation = parts.circulation
            func add(_ type: EntityType, _ title: String, _ parent: Barcode? = nil) async throws -> Barcode {
                let new = NewEntity(type: type, title: try FreeText(title), parent: parent)
                return try await circulation.register(new, by: clerk).entity.barcode
            }
            var shelves: [Barcode] = []
            for number in 1...3 { shelves.append(try await add(.location, "Shelf \(number)")) }
            _ = try await add(.location, "Position 1", shelves[0])
            let custodians = [try await add(.custodian, "Judge A"), try await add(.custodian, "Judge B")]
            for number in 1...3 { _ = try await add(.container, "Box \(number)", shelves[0]) }
            var sets: [[Barcode]] = []
            for name in ["out", "away", "wanted", "labels", "documents"] {
                var things: [Barcode] = []
                for number in 1...3 { things.append(try await add(.item, "Smith \(name) \(number)", shelves[0])) }
                sets.append(things)
            }
            _ = try await circulation.chargeOut(sets[0], to: custodians[0], by: clerk)
            _ = try await circulation.move(NewMove(sets[1], to: .transit), by: clerk)
            for thing in sets[2] {
                _ = try await circulation.makePullList(NewPullListItems([thing]), by: clerk)
                _ = try await circulation.hold(thing, order: try FreeText("order"), reason: nil, by: clerk)
            }
            let printing = NewPrinting(labels: .of(sets[3]), template: "box", printer: "zebra")
            let batch = try await circulation.begin(printing, by: clerk)
            for thing in sets[3] {
                let one = NewPrinting(labels: .of([thing]), template: "box", printer: "zebra")
                _ = try await circulation.begin(one, by: clerk)
            }
            let scans = DropFolderName("/srv/scans")
            let labels = try await circulation.labels(of: batch, limit: 10).map(\.label)
            try await circulation.noteSent(labels.map(\.position), of: batch, job: 17)
            try await circulation.notePrinted(labels, of: batch, job: 17)
            for (index, thing) in sets[4].enumerated() {
                let hash = try #require(ContentHash(String(repeating: "a\(index)", count: 32)))
                let pages = [[Barcode]](repeating: [thing], count: 1)
                let file = ScannedFile(hash: hash, bytes: 10, mediaType: "image/png", pages: pages)
                let document = try await circulation.attach(
                    file,
                    from: DroppedFile(folder: scans, identity: [UInt8](repeating: UInt8(index), count: 32)),
                    arrivedAt: UTCClock.system.now(),
                    rules: DropFolderRules(separation: .files),
                    by: clerk
                )
                try await circulation.keep("one page", in: [], of: 1, in: try #require(document.first))
            }
            for text in [sets[0][0], sets[0][1], sets[0][2], shelves[0]].map(\.text) + ["]C0" + sets[4][1].text] {
                _ = try await circulation.receive(
                    Reading(
                        bytes: Array(text.utf8),
                        symbology: nil,
                        station: try #require(StationName("desk-\(text.suffix(3))")),
                        scanner: nil,
                        principal: .user(1_000),
                        occurredAt: nil
                    )
                )
            }
            for things in sets {
                let reason = try FreeText("by order")
                _ = try await circulation.restrict(things[1], to: .sealed, order: reason, reason: reason, by: clerk)
            }
            let asking = Asking(parts)
            // What the auditor lists.
            for thing in sets.map({ $0[1] }) { _ = try await asking.ask(.get, "/v1/where/\(thing)", as: [.supervisor]) }
            try await body(Room(parts: parts, asking: asking, shelf: shelves[0], open: sets[4][0], batch: batch))
        }
    }

    private func page(_ room: Room, _ path: String, _ roles: Set<Role>) async throws -> AnyPage? {
        let answer = try await room.asking.ask(.get, path, as: roles)
        guard answer.status != 403 else { return nil }
        #expect(answer.status == 200, "\(path): \(answer.text)")
        return try JSONDecoder().decode(AnyPage.self, from: Data(answer.text.utf8))
    }

    @Test func followingTheCursorsGivesAsManyRowsAsTheFirstPageSays() async throws {
        try await Self.with { room in
            var totals: [String: [Int]] = [:]
            for roles in [Set([Role.reader]), [.clerk], [.supervisor], [.auditor], [.administrator]] {
                for path in try Self.lists().flatMap(room.paths) {
                    guard let first = try await page(room, path + "limit=1", roles) else { continue }
                    let what = "\(path) as \(roles)"
                    var (count, next) = (first.items.count, first.next)
                    #expect(first.complete == (first.next == nil), "\(what)")
                    while let cursor = next {
                        let query = "limit=1&cursor=\(WireCoding.pathSegment(cursor))"
                        let page = try #require(try await page(room, path + query, roles))
                        #expect(page.items.count == 1 && page.total == nil, "\(what)")
                        #expect(page.complete == (page.next == nil), "\(what)")
                        count += page.items.count
                        next = page.next
                    }
                    #expect(first.total == count, "\(what)")
                    // A list that just fits is complete, and so is one that nobody limits.
                    for limit in [max(count, 1), 1_000] {
                        let whole = try #require(try await page(room, path + "limit=\(limit)", roles))
                        #expect(whole.complete && whole.next == nil, "\(what), \(limit)")
                        #expect(whole.total == count && whole.items.count == count, "\(what), \(limit)")
                    }
                    totals[path, default: []].append(count)
                }
            }
            // The test is about lists that are longer than a page, and of which some is hidden.
            let short = totals.filter { ($0.value.max() ?? 0) < 2 }.keys.sorted()
            #expect(Set(short) == Self.short(room), "\(short)")
            for path in ["/v1/items?", "/v1/charge-outs?", "/v1/holds?", "/v1/readings?", "/v1/search?q=smith&"] {
                #expect(totals[path].map { ($0.min() ?? 0) < ($0.max() ?? 0) } == true, "\(path): \(totals)")
            }
        }
    }

    /// Lists that this fixture leaves empty or with one row: they come from the configuration or from files, or are
    /// narrower than another that is asked for as well.
    private static func short(_ room: Room) -> Set<String> {
        [
            "/v1/access?of=\(room.open)&", "/v1/documents?of=\(room.open)&", "/v1/labels/sheets?",
            "/v1/labels/templates?", "/v1/charge-outs?overdue=true&", "/v1/quarantine?", "/v1/supplies?",
            "/v1/transits?late=true&",
        ]
    }

    @Test func anotherLimitThanARowToAThousandIsRefused() async throws {
        try await Self.with { room in
            for path in try Self.lists().flatMap(room.paths) {
                for limit in ["0", "-1", "1001", "", "ten", "9223372036854775808"] {
                    let answer = try await room.asking.ask(.get, path + "limit=\(limit)", as: Set(Role.allCases))
                    #expect(answer.status == 400, "\(path) \(limit): \(answer.text)")
                    #expect(answer.text.contains("limit is a number from 1 to 1000"), "\(path): \(answer.text)")
                }
            }
        }
    }

    @Test func withoutALimitAHundredRowsAreListed() async throws {
        try await Self.with { room in
            for number in 1...90 {
                let new = NewEntity(type: .item, title: try FreeText("more \(number)"))
                _ = try await room.parts.circulation.register(new, by: Self.clerk)
            }
            let first = try #require(try await page(room, "/v1/items", [.reader]))
            #expect(first.items.count == 100 && first.total == 100 && first.complete)
            let all = try #require(try await page(room, "/v1/items", [.supervisor]))
            #expect(all.items.count == 100 && all.total == 105 && !all.complete && all.next != nil)
        }
    }

    @Test func titlesThatCannotBeSearchedYetAreNotMissingSilently() async throws {
        try await Self.with { room in
            room.parts.log.degrade(Message("the disk is full"))
            let whole = try #require(try await page(room, "/v1/search?q=shelf", [.supervisor]))
            // Nothing was searched before: no title is in the index.
            #expect(whole.items.isEmpty && !whole.complete && whole.next == nil)
        }
    }
}

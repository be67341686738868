import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Hummingbird
import Stations
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// What is kept from somebody is answered for, byte by byte, as if it had never been registered.
@Suite struct ConcealmentTests {
    /// A shelf, a box on it, two folders in it of which one is kept from others, and what else names that one.
    private struct Room {
        let parts: DaemonParts
        let asking: Asking
        let shelf: Barcode
        let box: Barcode
        let open: Barcode
        let secret: Barcode
        let alias: Barcode
        /// Entries and readings that are about the secret folder.
        let entries: [Int64]
        let reading: Int64
        let document: Int64

        /// Whatever could give it away.
        var marks: [String] { [secret.text, alias.text, "Matter of Roe"] }
    }

    private static let clerk = Attribution(principal: .user(1_000))

    private static func with(
        _ level: Restriction.Level,
        _ body: (Room) async throws -> Void
    ) async throws {
        try await ScratchDaemon.with { parts in
            let circulation = parts.circulation
            func add(_ type: EntityType, _ title: String, _ parent: Barcode? = nil) async throws -> Barcode {
                let new = NewEntity(type: type, title: try FreeText(title), parent: parent)
                return try await circulation.register(new, by: clerk).entity.barcode
            }
            let shelf = try await add(.location, "Shelf 1")
            let box = try await add(.container, "Box of 2026", shelf)
            let open = try await add(.item, "Smith v. Jones", box)
            let secret = try await add(.item, "Matter of Roe", box)
            let alias = try Barcode(parsing: "26-JV-0815")
            _ = try await circulation.label(secret, with: alias, role: .alias, by: clerk)
            for text in [shelf.text, alias.text] {
                _ = try await circulation.receive(
                    Reading(
                        bytes: Array(text.utf8),
                        symbology: nil,
                        station: try #require(StationName("desk")),
                        scanner: nil,
                        principal: .user(1_000),
                        occurredAt: nil
                    )
                )
            }
            let hash = try #require(ContentHash(String(repeating: "ab", count: 32)))
            let file = ScannedFile(hash: hash, bytes: 10, mediaType: "image/png", pages: [[secret]])
            let dropped = DroppedFile(folder: DropFolderName("/srv/scans"), identity: [UInt8](repeating: 1, count: 32))
            let rules = DropFolderRules(separation: .files)
            let now = UTCClock.system.now()
            let document = try await circulation.attach(file, from: dropped, arrivedAt: now, rules: rules, by: clerk)
            let order = try FreeText("26-CR-7")
            if level != .expunged {
                let reason = try FreeText("by order")
                _ = try await circulation.restrict(secret, to: level, order: order, reason: reason, by: clerk)
            } else {
                let reason = try FreeText("by order")
                _ = try await circulation.requestExpungement(of: secret, order: order, reason: reason, by: clerk)
                _ = try await circulation.expunge(secret, by: Attribution(principal: .user(1_001)))
            }
            let entries = try await parts.log.read { view in
                let entity = try #require(try view.entity(barcode: secret))
                return try view.history(of: entity.id, before: nil, limit: 100)
                    .filter { $0.seen == .direct }.map(\.entry.number.rawValue)
            }
            let room = Room(
                parts: parts,
                asking: Asking(parts),
                shelf: shelf,
                box: box,
                open: open,
                secret: secret,
                alias: alias,
                entries: entries,
                reading: 2,
                document: try #require(document.first).rawValue
            )
            try await body(room)
        }
    }

    /// Who may not know of a thing at each level.
    private static let kept: [(Restriction.Level, [Role])] = [
        (.restricted, [.reader]), (.sealed, [.reader, .clerk]), (.expunged, [.reader, .clerk]),
    ]

    @Test(arguments: kept)
    func everyRouteThatNamesIsAnswersAsIfItWereNotThere(level: Restriction.Level, roles: [Role]) async throws {
        try await Self.with(level) { room in
            let routes = RouteTable(room.parts).routes.filter { $0.path.contains("{barcode}") }
            #expect(routes.count >= 12)
            // Of the same kind, well-formed, and never registered.
            let unknown = try #require(MintedBarcode(prefix: .item, site: .standard, serial: 777)).text
            for role in roles {
                for route in routes {
                    for text in [room.secret.text, room.alias.text] {
                        let stranger = text == room.secret.text ? unknown : "26-JV-9999"
                        for body in Self.bodies {
                            let kept = try await room.asking.ask(route.method, route.path(text), as: [role], body: body)
                            let gone = try await room.asking.ask(
                                route.method,
                                route.path(stranger),
                                as: [role],
                                body: body
                            )
                            #expect(
                                kept.text.replacing(text, with: "#") == gone.text.replacing(stranger, with: "#"),
                                "\(role) at \(route.name)"
                            )
                            #expect(kept.status == gone.status, "\(role) at \(route.name)")
                            #expect(kept.type == gone.type)
                        }
                    }
                }
            }
        }
    }

    /// What some route would take.
    private static let bodies = [
        "{}", #"{"title":"x"}"#, #"{"order":"o","reason":"r"}"#, #"{"level":"restricted","reason":"r"}"#,
    ]

    @Test(arguments: kept)
    func everyListLeavesItOut(level: Restriction.Level, roles: [Role]) async throws {
        try await Self.with(level) { room in
            let lists = RouteTable(room.parts).routes.filter { $0.method == .get && !$0.path.contains("{") }
                .map(\.path).filter { $0 != "/v1/events" }
            let paths =
                lists.map { $0 == "/v1/search" ? "/v1/search?q=matter" : $0 } + [
                    "/v1/contents/\(room.box)", "/v1/contents/\(room.box)?at=2099-01-01T00:00:00Z",
                    "/v1/contents/\(room.shelf)", "/v1/history/\(room.box)", "/v1/where/\(room.open)",
                    "/v1/search?q=roe",
                ]
            for role in roles {
                for path in paths {
                    let answer = try await room.asking.ask(.get, path, as: [role])
                    for mark in room.marks { #expect(!answer.text.contains(mark), "\(role) at \(path)") }
                }
                let numbered =
                    room.entries.map { "/v1/log/proofs/\($0)" } + [
                        "/v1/readings/\(room.reading)", "/v1/documents/\(room.document)",
                        "/v1/documents/\(room.document)/content", "/v1/documents/\(room.document)/verification",
                    ]
                for path in numbered {
                    let kept = try await room.asking.ask(.get, path, as: [role])
                    let own = String(try #require(path.split(separator: "/").last { Int($0) != nil }))
                    let gone = try await room.asking.ask(.get, path.replacing(own, with: "4711"), as: [role])
                    #expect(kept.status == 404 && gone.status == 404, "\(role) at \(path)")
                    #expect(kept.text.replacing(own, with: "#") == gone.text.replacing("4711", with: "#"), "\(path)")
                }
            }
        }
    }

    @Test(arguments: kept)
    func countsDoNotTellOfIt(level: Restriction.Level, roles: [Role]) async throws {
        try await Self.with(level) { room in
            for role in Role.allCases {
                let answer = try await room.asking.ask(.get, "/v1/status", as: [role])
                let isKept = roles.contains(role)
                #expect(answer.text.contains(#""item":\#(isKept ? 1 : 2)"#), "\(role): \(answer.text)")
            }
        }
    }

    @Test(arguments: kept)
    func writesThatNameItAreRefusedAsForAStranger(level: Restriction.Level, roles: [Role]) async throws {
        try await Self.with(level) { room in
            let writes = [
                ("/v1/moves", #"{"barcodes":["BARCODE"],"to":"\#(room.shelf)"}"#),
                ("/v1/moves", #"{"barcodes":["\#(room.open)"],"to":"BARCODE"}"#),
                ("/v1/labels/preview", #"{"template":"t","barcodes":["BARCODE"]}"#),
                ("/v1/labels/print", #"{"template":"t","barcodes":["BARCODE"]}"#),
                ("/v1/items", #"{"title":"x","home":"BARCODE"}"#),
                ("/v1/items", #"{"title":"x","parent":"BARCODE"}"#),
                ("/v1/readings", #"{"text":"BARCODE","station":"desk-9"}"#),
            ]
            for role in roles where role != .reader {
                for (path, body) in writes {
                    // A number that nothing may have registered in between.
                    let texts = [room.alias.text, "26-JV-9999"]
                    var answers: [String] = []
                    for text in texts {
                        let sent = body.replacing("BARCODE", with: text)
                        let answer = try await room.asking.ask(.post, path, as: [role], body: sent)
                        let line = "\(answer.status) \(answer.text.replacing(text, with: "#"))"
                        answers.append(line.replacing(/"reading":[0-9]+/, with: ""))
                    }
                    #expect(answers[0] == answers[1], "\(role) at \(path)")
                }
                for entry in room.entries {
                    let body = #"{"entry":\#(entry),"reason":"r"}"#
                    let answer = try await room.asking.ask(.post, "/v1/log/corrections", as: [role], body: body)
                    #expect(answer.status == 403)
                }
            }
            #expect(try await room.parts.log.verify().problems == [])
        }
    }

    @Test func itsNumberIsNotGivenAgain() async throws {
        try await Self.with(.sealed) { room in
            for text in [room.secret.text, room.alias.text] {
                let body = #"{"title":"new","barcode":"\#(text)"}"#
                let answer = try await room.asking.ask(.post, "/v1/items", as: [.clerk], body: body)
                #expect(answer.status == 409 && answer.text.contains("this number was used before"), "\(answer.text)")
            }
            let body = #"{"text":"\#(room.secret.text)","station":"desk-9"}"#
            let scanned = try await room.asking.ask(.post, "/v1/readings", as: [.clerk], body: body)
            #expect(scanned.text.contains("unknown-barcode"), "\(scanned.text)")
            #expect(room.parts.log.trouble == nil)
        }
    }

    @Test(arguments: kept)
    func theStreamLeavesItsEntriesOut(level: Restriction.Level, roles: [Role]) async throws {
        try await Self.with(level) { room in
            for (role, isShown) in roles.map({ ($0, false) }) + [(Role.supervisor, true)] {
                var headers = HTTPFields()
                headers[try #require(HTTPField.Name("Last-Event-ID"))] = "0"
                let response = try await room.asking.response(.get, "/v1/events", as: [role], headers: headers)
                let writer = CollectingWriter()
                let body = response.body
                let stream = Task { try await body.write(writer) }
                // The move of the open folder comes last.
                _ = try await room.parts.circulation.move(
                    NewMove([room.open], to: .place(room.shelf), reason: nil, occurredAt: nil),
                    by: Self.clerk
                )
                room.parts.events.publish(.logGrew(nil))
                let newest = try await room.parts.log.read { try $0.newestEntry()?.rawValue ?? 0 }
                for await piece in writer.pieces where piece.contains("\nid: \(newest)\n") { break }
                stream.cancel()
                let text = writer.text
                #expect(text.contains(room.secret.text) == isShown, "\(role)")
                for entry in room.entries { #expect(text.contains("id: \(entry)\n") == isShown) }
                #expect(text.contains(room.open.text))
                _ = try await room.parts.circulation.move(
                    NewMove([room.open], to: .place(room.box), reason: nil, occurredAt: nil),
                    by: Self.clerk
                )
            }
        }
    }

    @Test func thoseWhoMayKnowAreShownItAndThatIsRecordedFirst() async throws {
        try await Self.with(.sealed) { room in
            for role in [Role.supervisor, .auditor, .administrator] {
                let answer = try await room.asking.ask(.get, "/v1/where/\(room.secret)", as: [role])
                #expect(answer.status == 200 && answer.text.contains("Matter of Roe"))
            }
            let rows = try await room.parts.log.read { try $0.accesses(before: nil, limit: 10) }.map(\.access)
            #expect(rows.map(\.route) == Array(repeating: "/v1/where/{barcode}", count: 3))
            #expect(rows.allSatisfy { $0.isGranted && $0.level == .sealed && $0.act == .thing })
            #expect(rows.map(\.roles) == [[.administrator], [.auditor], [.supervisor]])
        }
    }

    @Test func thatSomebodyAskedInVainIsRecordedAfterwards() async throws {
        try await Self.with(.sealed) { room in
            _ = try await room.asking.ask(.get, "/v1/where/\(room.secret)", as: [.clerk])
            _ = try await room.asking.ask(.get, "/v1/where/\(room.open)", as: [.clerk])
            let body = #"{"barcodes":["\#(room.secret)"],"to":"\#(room.shelf)"}"#
            _ = try await room.asking.ask(.post, "/v1/moves", as: [.clerk], body: body)
            let rows = room.parts.access.book.next(limit: 10).rows
            #expect(rows.map(\.route) == ["/v1/where/{barcode}", "/v1/moves"])
            #expect(rows.allSatisfy { !$0.isGranted && $0.level == .sealed && $0.principal == .user(4_711) })
        }
    }

    /// What lies in a sealed box is answered for as if it had never been registered, too.
    @Test func whatLiesInASealedBoxIsSealed() async throws {
        try await Self.with(.restricted) { room in
            let reason = try FreeText("by order")
            _ = try await room.parts.circulation.restrict(
                room.box,
                to: .sealed,
                order: reason,
                reason: reason,
                by: Self.clerk
            )
            let unknown = try #require(MintedBarcode(prefix: .item, site: .standard, serial: 777)).text
            for path in ["/v1/where/", "/v1/history/", "/v1/items/"] {
                let kept = try await room.asking.ask(.get, path + room.open.text, as: [.clerk])
                let gone = try await room.asking.ask(.get, path + unknown, as: [.clerk])
                #expect(kept.status == 404)
                #expect(kept.text.replacing(room.open.text, with: "#") == gone.text.replacing(unknown, with: "#"))
                #expect(try await room.asking.ask(.get, path + room.open.text, as: [.supervisor]).status == 200)
            }
        }
    }
}

extension Route {
    fileprivate func path(_ barcode: String) -> String { path.replacing("{barcode}", with: barcode) }
}

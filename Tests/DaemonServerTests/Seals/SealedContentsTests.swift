import Barcodes
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// A seal on a container covers what lies in it, at any depth.
@Suite struct SealedContentsTests {
    /// Nothing of what lies in a sealed crate is disclosed, by any route that lists or names things.
    @Test(arguments: ["sealed", "restricted"])
    func nothingInItIsDisclosed(level: String) async throws {
        try await SealWorld.with { world in
            let body = ["level": level, "order": SealWorld.order, "reason": "by order"]
            #expect(try await world.post("/v1/entities/\(world.crate)/restriction", body).status == 200)
            let role: Set<Role> = level == "sealed" ? [.clerk] : [.reader]
            let paths = RouteTable(world.parts).routes.filter { $0.method == .get && !$0.path.contains("{") }
                .map(\.path).filter { !["/v1/events", "/v1/search", "/v1/log/verification"].contains($0) }
            let searches = ["matter", "box", world.folder, world.second].map { "/v1/search?q=" + $0 }
            for path in paths + searches + ["/v1/contents/\(world.shelf)"] {
                let text = try await world.get(path, as: role).text
                for mark in [world.crate, world.box, world.folder, world.second, "Zebra", "Yak", "Xerus", "Wombat"] {
                    #expect(!text.contains(mark), "\(path): \(text)")
                }
            }
            let stranger = try #require(MintedBarcode(prefix: .item, site: .standard, serial: 777)).text
            for route in ["where", "history", "items"] {
                let hidden = try await world.get("/v1/\(route)/\(world.folder)", as: role)
                let unknown = try await world.get("/v1/\(route)/\(stranger)", as: role)
                #expect(hidden.text.replacing(world.folder, with: "#") == unknown.text.replacing(stranger, with: "#"))
                #expect(hidden.status == 404)
            }
            let status = try await world.get("/v1/status", as: role).text
            #expect(status.contains(#""item":1"#) && status.contains(#""container":0"#), "\(status)")
            #expect(try await world.isFound(world.loose))
        }
    }

    /// Nobody moves anything out of it who may not know of it; a supervisor may.
    @Test(arguments: ["moves", "disposal", "charge-outs", "refiles", "transit"])
    func onlyThoseWhoMayKnowOfItTakeThingsOut(act: String) async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.crate).status == 200)
            let folder = world.folder
            let (path, body): (String, [String: Any]) =
                switch act {
                case "moves": ("/v1/moves", ["barcodes": [folder], "to": world.other])
                case "disposal": ("/v1/moves", ["barcodes": [folder], "state": "disposed", "reason": "r"])
                case "charge-outs": ("/v1/charge-outs", ["barcodes": [folder], "to": world.ann])
                case "refiles": ("/v1/refiles", ["barcodes": [folder]])
                default: ("/v1/moves", ["barcodes": [folder], "state": "inTransit"])
                }
            let before = try await world.entries()
            let refused = try await world.post(path, body, as: SealWorld.clerk)
            #expect(refused.status == 404, "\(act): \(refused.text)")
            #expect(try await world.entries() == before)
            let done = try await world.post(path, body)
            #expect(done.status == 200, "\(act): \(done.text)")
            // It does not lie in the crate any more.
            #expect(try await world.isFound(folder))
            #expect(try await !world.isFound(world.second))
        }
    }

    @Test func whatIsPutIntoItLaterIsCoveredToo() async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.isFound(world.loose))
            #expect(try await world.move([world.loose], to: world.box).status == 200)
            #expect(try await !world.isFound(world.loose))
            let new = ["title": "Matter of Vole", "parent": world.box]
            let added = try await world.post("/v1/items", new, as: SealWorld.supervisor)
            let barcode = try #require(try SealWorld.object(added)["barcode"] as? String)
            #expect(try await !world.isFound(barcode))
        }
    }

    /// A box that is moved into a sealed box brings its contents along, and takes them out again.
    @Test func aBoxThatIsMovedInAndOutTakesItsContentsAlong() async throws {
        try await SealWorld.with { (world: SealWorld) async throws in
            #expect(try await world.move([world.box], to: world.shelf).status == 200)
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.isFound(world.folder))
            #expect(try await world.move([world.box], to: world.crate).status == 200)
            for thing in [world.box, world.folder, world.second] { #expect(try await !world.isFound(thing)) }
            #expect(try await world.move([world.box], to: world.other).status == 200)
            for thing in [world.box, world.folder, world.second] { #expect(try await world.isFound(thing)) }
        }
    }

    /// The inner seal stays when the outer one is lifted, and the other way round.
    @Test func eachSealIsLiftedByItself() async throws {
        try await SealWorld.with { (world: SealWorld) async throws in
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.seal(world.folder, order: "26-CR-9").status == 200)
            #expect(try await world.unseal(world.crate).status == 200)
            #expect(try await !world.isFound(world.folder))
            for thing in [world.crate, world.box, world.second] { #expect(try await world.isFound(thing)) }
            #expect(try await world.seal(world.box).status == 200)
            #expect(try await world.unseal(world.folder).status == 200)
            #expect(try await !world.isFound(world.folder))
            #expect(try await world.unseal(world.box).status == 200)
            #expect(try await world.isFound(world.folder))
        }
    }

    /// A correction puts a thing back where it was, into a sealed box or out of one.
    @Test func aCorrectionCoversAndUncovers() async throws {
        try await SealWorld.with { world in
            #expect(try await world.move([world.folder], to: world.shelf).status == 200)
            let out = try await world.entries()
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.isFound(world.folder))
            let taken = try await world.post("/v1/log/corrections", ["entry": out, "reason": "mistake"])
            #expect(taken.status == 200 || taken.status == 201, "\(taken.text)")
            #expect(try await !world.isFound(world.folder))
            let back = try await world.entries()
            _ = try await world.post("/v1/log/corrections", ["entry": back, "reason": "no mistake"])
            #expect(try await world.isFound(world.folder))
        }
    }

    /// A move that is stated afterwards covers when it counts, and not when something later is known.
    @Test func aBackDatedMoveCoversWhenItCounts() async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.crate).status == 200)
            func moved(_ barcode: String, at time: String) async throws -> Int {
                let body =
                    ["barcodes": [barcode], "to": world.box, "occurredAt": time, "reason": "late"] as [String: Any]
                return try await world.post("/v1/moves", body).status
            }
            #expect(try await moved(world.loose, at: "2020-01-01T00:00:00Z") == 200)
            #expect(try await world.isFound(world.loose))
            let now = Date.now.ISO8601Format()
            #expect(try await moved(world.loose, at: now) == 200)
            let isCovered = try await world.parts.log.read { view in
                let entity = try #require(try view.entity(barcode: try Barcode(parsing: world.loose)))
                return try view.lastPlacement(of: entity.id)?.placement.word == "container"
            }
            #expect(try await world.isFound(world.loose) == !isCovered)
        }
    }

    /// Neither where it was then nor its history discloses a box that is sealed now.
    @Test func whatIsPastDisclosesNothing() async throws {
        try await SealWorld.with { world in
            let then = UTCClock.system.now().rfc3339
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.move([world.crate], to: world.other).status == 200)
            #expect(try await world.move([world.folder], to: world.shelf).status == 200)
            for path in [
                "/v1/where/\(world.folder)?at=\(then)", "/v1/history/\(world.folder)",
                "/v1/contents/\(world.shelf)?at=\(then)",
            ] {
                let answer = try await world.get(path)
                #expect(answer.status == 200, "\(answer.text)")
                for mark in [world.crate, world.box, "Zebra", "Yak", world.other, "Shelf B"] {
                    #expect(!answer.text.contains(mark), "\(path): \(answer.text)")
                }
            }
            // What it went through in the sealed box is left out, and not shown without its names.
            let history = try SealWorld.object(try await world.get("/v1/history/\(world.folder)"))
            let kinds = try #require(history["items"] as? [[String: Any]]).map { $0["kind"] as? String }
            #expect(kinds.count == 2 && kinds.last == "registered", "\(kinds)")
        }
    }

    /// 47 boxes in one another: the outermost seal covers the folder in the innermost.
    @Test func depthDoesNotMatter() async throws {
        try await SealWorld.with { world in
            var outer = world.crate
            for number in 1...46 {
                let new = ["title": "Box \(number)", "parent": outer]
                let added = try await world.post("/v1/containers", new, as: SealWorld.clerk)
                outer = try #require(try SealWorld.object(added)["barcode"] as? String)
            }
            #expect(try await world.move([world.loose], to: outer).status == 200)
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await !world.isFound(world.loose))
            #expect(try await world.unseal(world.crate).status == 200)
            #expect(try await world.isFound(world.loose))
        }
    }

    /// A request that is repeated with its key is answered as if what it registered were not there, once that is sealed.
    @Test func aRepeatedRequestDisclosesNothing() async throws {
        try await SealWorld.with { world in
            // Once for both: the order of its members may differ the next time.
            let body = try SealWorld.json(["title": "Matter of Newt", "parent": world.box])
            func register() async throws -> (Int, String) {
                var headers = HTTPFields()
                headers[try #require(HTTPField.Name("Idempotency-Key"))] = "k1"
                let response = try await world.asking.response(
                    .post,
                    "/v1/items",
                    as: SealWorld.clerk,
                    body: body,
                    headers: headers
                )
                let collector = CollectingWriter()
                try await response.body.write(collector)
                return (response.status.code, collector.text)
            }
            #expect(try await register().0 == 201)
            #expect(try await world.seal(world.crate).status == 200)
            let before = try await world.entries()
            let (status, text) = try await register()
            #expect(status == 404 && !text.contains("Newt"), "\(text)")
            #expect(try await world.entries() == before)
        }
    }
}

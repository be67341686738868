import Foundation
import HTTPTypes
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices
@testable import TransferLog

/// A request that changes nothing writes no entry and says so.
@Suite struct NoEffectTests {
    @Test(arguments: [
        #"{"title":"Open matter"}"#, #"{"kind":"folder"}"#, #"{"home":"HOME"}"#, #"{"clear":["home"]}"#,
        #"{"conditions":{"roles":["judge"]}}"#, #"{"conditions":{"series":"criminal"}}"#,
        #"{"conditions":{"rooms":["HOME"]}}"#, #"{"title":"Open matter","conditions":{"series":"criminal"}}"#,
    ])
    func aChangeToWhatIsSoAlready(body: String) async throws {
        try await SealWorld.with { world in
            let path = "/v1/entities/\(world.loose)/changes"
            let text = body.replacing("HOME", with: world.shelf)
            func send() async throws -> [String: Any] {
                let answer = try await world.asking.ask(.post, path, as: SealWorld.clerk, body: text)
                #expect(answer.status == 200, "\(answer.text)")
                return try SealWorld.object(answer)
            }
            _ = try await send()
            let before = try await world.entries()
            let again = try await send()
            #expect(again["entry"] is NSNull)
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: [
        #"{"title":"Shelf A"}"#, #"{"conditions":{"closed":true}}"#, #"{"conditions":{"closed":false}}"#,
        #"{"conditions":{"capacity":7}}"#, #"{"conditions":{"capacity":-1}}"#, #"{"parent":"OTHER"}"#,
        #"{"clear":["parent"]}"#,
    ])
    func aChangeOfALocation(body: String) async throws {
        try await SealWorld.with { world in
            let path = "/v1/entities/\(world.shelf)/changes"
            let text = body.replacing("OTHER", with: world.other)
            _ = try await world.asking.ask(.post, path, as: SealWorld.clerk, body: text)
            let before = try await world.entries()
            let again = try await world.asking.ask(.post, path, as: SealWorld.clerk, body: text)
            #expect(again.status == 200 && again.text.contains(#""entry":null"#), "\(again.text)")
            #expect(try await world.entries() == before)
        }
    }

    /// Only what is different is written.
    @Test func whatIsSoAlreadyIsNoPartOfTheEntry() async throws {
        try await SealWorld.with { world in
            let path = "/v1/entities/\(world.loose)/changes"
            let changed = try await world.post(
                path,
                ["title": "Open matter", "home": world.other],
                as: SealWorld.clerk
            )
            let entry = try #require(try SealWorld.object(changed)["entry"] as? Int)
            let body = try await world.parts.log.read { view in
                String(decoding: try view.body(of: EntryNumber(rawValue: Int64(entry))), as: UTF8.self)
            }
            #expect(body.contains(#""home""#) && !body.contains("title"), "\(body)")
        }
    }

    /// An alias that it has, and its own barcode, which must not become an alias.
    @Test func aBarcodeThatItBearsAlready() async throws {
        try await SealWorld.with { world in
            let path = "/v1/entities/\(world.loose)/labels"
            let first = try await world.post(path, ["barcode": "ACC-1", "role": "alias"], as: SealWorld.clerk)
            #expect(first.status == 200, "\(first.text)")
            let before = try await world.entries()
            for body in [
                ["barcode": "ACC-1", "role": "alias"], ["barcode": world.loose, "role": "alias"],
                ["barcode": world.loose, "role": "primary"],
            ] {
                let again = try await world.post(path, body, as: SealWorld.clerk)
                #expect(again.status == 200 && again.text.contains(#""entry":null"#), "\(again.text)")
                #expect(try SealWorld.object(again)["barcode"] as? String == world.loose)
            }
            #expect(try await world.entries() == before)
            #expect(try await world.isFound(world.loose))
        }
    }

    @Test func whatHoldsAlreadyIsRefused() async throws {
        try await SealWorld.with { world in
            let hold = ["barcode": world.loose, "order": "26-CV-1"]
            let placed = try await world.post("/v1/holds", hold)
            let number = try #require(try SealWorld.object(placed)["entry"] as? Int)
            #expect(try await world.seal(world.folder).status == 200)
            let restriction = "/v1/entities/\(world.second)/restriction"
            #expect(try await world.post(restriction, ["level": "restricted", "reason": "r"]).status == 200)
            let before = try await world.entries()
            let refused = [
                try await world.post("/v1/holds", hold),
                try await world.seal(world.folder),
                try await world.unseal(world.second),
                try await world.post(restriction, ["level": "restricted", "reason": "r"]),
                try await world.post("/v1/entities/\(world.loose)/restriction", ["level": "open", "reason": "r"]),
            ]
            #expect(refused.map(\.status) == [409, 409, 422, 409, 409], "\(refused.map(\.text))")
            #expect(refused[0].text.contains("entry \(number)") && refused[1].text.contains(SealWorld.order))
            #expect(try await world.entries() == before)
            // Another order is another hold.
            #expect(try await world.post("/v1/holds", ["barcode": world.loose, "order": "26-CV-2"]).status == 201)
            let release = "/v1/holds/\(number)/release"
            #expect(try await world.post(release, ["reason": "over"]).status == 200)
            #expect(try await world.post(release, ["reason": "over"]).status == 422)
        }
    }
}

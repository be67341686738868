import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Testing
import TransferLog
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// What was open once and is concealed now: answers to requests that are repeated, and people who were expunged.
@Suite struct LaterConcealedTests {
    /// Each request that was answered before is answered without what it was about.
    @Test(arguments: ["/v1/readings", "/v1/pull-lists", "/v1/moves", "/v1/charge-outs", "/v1/renewals", "/v1/batches"])
    func aRepeatedRequestDisclosesNothing(path: String) async throws {
        try await SealWorld.with { world in
            let bodies = [
                "/v1/readings": #"{"station":"desk","text":"\#(world.loose)"}"#,
                "/v1/pull-lists": #"{"barcodes":["\#(world.loose)"]}"#,
                "/v1/moves": #"{"barcodes":["\#(world.loose)"],"to":"\#(world.other)"}"#,
                "/v1/charge-outs": #"{"barcodes":["\#(world.loose)"],"to":"\#(world.ann)"}"#,
                "/v1/renewals": #"{"barcodes":["\#(world.loose)"],"due":"2199-01-01T00:00:00Z"}"#,
                "/v1/batches": "\(world.shelf)\n\(world.loose)\n",
            ]
            if path == "/v1/readings" { _ = try await world.post(path, ["station": "desk", "text": world.other]) }
            if path == "/v1/renewals" {
                let out = ["barcodes": [world.loose], "to": world.ann] as [String: Any]
                #expect(try await world.post("/v1/charge-outs", out).status == 200)
            }
            func ask() async throws -> (status: Int, text: String) {
                var headers = HTTPFields()
                headers[try #require(HTTPField.Name(API.idempotencyKeyHeader))] = "k1"
                let body = try #require(bodies[path])
                let response = try await world.asking.response(
                    .post,
                    path,
                    as: SealWorld.clerk,
                    body: body,
                    headers: headers
                )
                let collector = CollectingWriter()
                try await response.body.write(collector)
                return (response.status.code, collector.text)
            }
            let first = try await ask()
            #expect((200...201).contains(first.status), "\(first.text)")
            let entry = try await world.entries()
            #expect(try await world.seal(world.loose).status == 200)
            let again = try await ask()
            for mark in ["Open matter", "relocated", "charged-out", #""entry":\#(entry)"#, "accepted"] {
                #expect(!again.text.contains(mark) || mark == "accepted" && path == "/v1/batches", "\(again.text)")
            }
        }
    }

    /// The key of a request about something expunged is as good as one that was never used, for a request about it and for
    /// any other.
    @Test(arguments: ["/v1/readings", "/v1/pull-lists", "/v1/moves", "/v1/charge-outs", "/v1/items"], [true, false])
    func theKeyOfARequestDisclosesNoExpungement(path: String, isTheSameRequest: Bool) async throws {
        try await SealWorld.with { world in
            let number = "26-JV-0815"
            let new = ["title": "Matter of Roe", "barcode": number, "parent": world.shelf]
            let made = try await world.post("/v1/items", new)
            #expect(path == "/v1/items" || made.status == 201, "\(made.text)")
            let name = try #require(HTTPField.Name(API.idempotencyKeyHeader))
            func ask(_ body: [String: Any], key: String) async throws -> (status: Int, text: String) {
                let response = try await world.asking.response(
                    .post,
                    path,
                    as: SealWorld.clerk,
                    body: try SealWorld.json(body),
                    headers: [name: key]
                )
                let collector = CollectingWriter()
                try await response.body.write(collector)
                return (response.status.code, collector.text)
            }
            func body(_ number: String) -> [String: Any] {
                switch path {
                case "/v1/readings": ["station": "desk", "text": number]
                case "/v1/pull-lists": ["barcodes": [number]]
                case "/v1/moves": ["barcodes": [number], "to": world.other]
                case "/v1/charge-outs": ["barcodes": [number], "to": world.ann]
                default: ["title": "x", "home": number]
                }
            }
            let isNew = path == "/v1/items"
            let expunged = isNew ? "26-JV-0816" : number
            let first = try await ask(isNew ? ["title": "Roe", "barcode": expunged] : body(number), key: "k1")
            #expect((200...201).contains(first.status), "\(first.text)")
            let order = ["order": "26-EX-1", "reason": "r"]
            #expect(try await world.post("/v1/entities/\(expunged)/expungement", order).status == 200)
            _ = try await world.parts.circulation.expunge(
                Barcode(parsing: expunged),
                by: Attribution(principal: .user(1_001))
            )
            let request = body(isTheSameRequest ? expunged : world.second)
            let (used, unused) = (try await ask(request, key: "k1"), try await ask(request, key: "k2"))
            if used.status >= 400 { #expect(used == unused, "\(used.text)\n\(unused.text)") }
            #expect(!used.text.contains("another request"), "\(used.text)")
        }
    }

    /// Whether a count can be proved does not show whether the log has anything concealed.
    @Test func aCountIsProvedOnlyToThoseWhoSeeEverything() async throws {
        try await SealWorld.with { world in
            func command(_ word: String) throws -> String {
                try #require(ControlCommand.allCases.first { $0.word == word }?.barcode?.text)
            }
            let scans = [
                try command("start-stocktake"), world.shelf, world.box, try command("end-stocktake"),
                try command("confirm"),
            ]
            for text in scans { _ = try await world.post("/v1/readings", ["station": "desk", "text": text]) }
            let number = try await world.parts.log.read { view in
                try (1...(view.newestEntry()?.rawValue ?? 1)).first { number in
                    if case .counted = try view.entry(EntryNumber(rawValue: number)).fact { true } else { false }
                }
            }
            let path = "/v1/log/proofs/\(try #require(number))"
            let before = try await world.get(path)
            #expect(before.status == 422 && before.text.contains("ask a supervisor"), "\(before.text)")
            #expect(try await world.seal(world.loose).status == 200)
            #expect(try await world.get(path) == before)
            #expect(try await world.get(path, as: SealWorld.supervisor).status == 200)
        }
    }

    /// Somebody who was expunged still has what they borrowed: lists and refusals say so without naming them.
    @Test func somebodyExpungedIsNotNamed() async throws {
        try await SealWorld.with { world in
            let bob = try await world.post("/v1/custodians", ["name": "Bob"])
            let barcode = try #require(try SealWorld.object(bob)["barcode"] as? String)
            let out = ["barcodes": [world.loose], "to": world.ann] as [String: Any]
            #expect(try await world.post("/v1/charge-outs", out).status == 200)
            let sent = ["barcodes": [world.second], "to": world.ann, "stage": "release"] as [String: Any]
            _ = try await world.post("/v1/charge-outs", ["barcodes": [world.second], "to": barcode])
            #expect(try await world.post("/v1/hand-overs", sent).status == 200)
            let path = "/v1/entities/\(world.ann)/expungement"
            #expect(try await world.post(path, ["order": "26-EX-1", "reason": "r"]).status == 200)
            _ = try await world.parts.circulation.expunge(
                Barcode(parsing: world.ann),
                by: Attribution(principal: .user(1_001))
            )
            for list in ["/v1/charge-outs", "/v1/transits"] {
                let answer = try await world.get(list)
                #expect(answer.status == 200 && answer.text.contains(#""total":1"#), "\(list): \(answer.text)")
                #expect(!answer.text.contains(world.ann), "\(answer.text)")
            }
            let acts: [(String, [String: Any])] = [
                ("/v1/charge-outs", ["barcodes": [world.loose], "to": barcode]),
                ("/v1/renewals", ["barcodes": [world.loose], "due": "2199-01-01T00:00:00Z"]),
            ]
            for (path, body) in acts {
                let refused = try await world.post(path, body, as: SealWorld.clerk)
                #expect(refused.status == 422 && refused.text.contains("ask a supervisor"), "\(refused.text)")
                #expect(!refused.text.contains(world.ann), "\(refused.text)")
                let told = try await world.post(path, body)
                #expect(!told.text.contains("ask a supervisor"), "\(told.text)")
            }
        }
    }

    /// A list with nothing but concealed things on it is as unknown as one that was never made.
    @Test func aListOfConcealedThingsIsNone() async throws {
        try await SealWorld.with { world in
            let made = try await world.post("/v1/pull-lists", ["barcodes": [world.loose]])
            let shown = try #require(try SealWorld.object(made)["list"] as? [String: Any])
            let list = try #require(shown["barcode"] as? String)
            #expect(try await world.get("/v1/pull-lists/\(list)").status == 200)
            #expect(try await world.seal(world.loose).status == 200)
            let unknown = try #require(MintedBarcode(prefix: .pullList, site: .standard, serial: 900)).text
            for path in ["", "/things", "/pulls", "/misses", "/cancel", "/page", "/prints"] {
                let method: HTTPRequest.Method = path.isEmpty ? .get : .post
                let body = #"{"barcodes":["\#(world.folder)"]}"#
                func ask(_ barcode: String) async throws -> Asking.Answer {
                    try await world.asking.ask(method, "/v1/pull-lists/\(barcode)\(path)", as: [.clerk], body: body)
                }
                let (kept, gone) = (try await ask(list), try await ask(unknown))
                #expect(kept.text.replacing(list, with: "#") == gone.text.replacing(unknown, with: "#"), "\(path)")
            }
            #expect(try await world.get("/v1/pull-lists").text.contains(#""total":0"#))
            #expect(try await world.get("/v1/pull-lists", as: SealWorld.supervisor).text.contains(#""total":1"#))
        }
    }
}

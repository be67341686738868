import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// What HTTP itself asks of a server, whatever the route.
@Suite struct RequestRulesTests {
    private static func answer(
        _ parts: DaemonParts,
        _ method: String,
        _ path: String,
        host: String? = "localhost",
        _ headers: HTTPFields = [:],
        body: String = ""
    ) async throws -> (status: Int, headers: HTTPFields, text: String) {
        var fields = headers
        fields[.contentLength] = String(body.utf8.count)
        let head = HTTPRequest(
            method: try #require(HTTPRequest.Method(method)),
            scheme: nil,
            authority: host,
            path: path,
            headerFields: fields
        )
        let source = PeerContext.Source(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            peer: PeerCredentials(pid: 1, uid: 4_711, gid: 4_711),
            rights: Rights(roles: Set(Role.allCases), separatesDuties: false)
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let responder = RouteTable(parts).responder()
        let response = try await responder.respond(to: request, context: PeerContext(source: source))
        let collector = CollectingWriter()
        try await response.body.write(collector)
        return (response.status.code, response.headers, collector.text)
    }

    @Test func everyPathThatIsReadHasItsHead() async throws {
        try await ScratchDaemon.with { parts in
            for path in ["/v1/status", "/v1/items", "/v1/locations?limit=1"] {
                let got = try await Self.answer(parts, "GET", path)
                let head = try await Self.answer(parts, "HEAD", path)
                #expect(head.status == got.status)
                #expect(head.headers[.contentType] == got.headers[.contentType])
                #expect(head.text.isEmpty && !got.text.isEmpty)
            }
            #expect(try await Self.answer(parts, "HEAD", "/v1/nothing").status == 404)
        }
    }

    @Test(arguments: [
        ("DELETE", "/v1/status", "GET, HEAD"), ("BREW", "/v1/items", "GET, HEAD, POST"), ("GET", "/v1/moves", "POST"),
        ("PUT", "/v1/where/BX0000000014", "GET, HEAD"), ("POST", "/v1/log/tile/0/x001/067", "GET, HEAD"),
    ])
    func aMethodThatAPathDoesNotTakeIsRefused(method: String, path: String, allowed: String) async throws {
        try await ScratchDaemon.with { parts in
            let answer = try await Self.answer(parts, method, path)
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == allowed)
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func aRequestHasOneHost() async throws {
        try await ScratchDaemon.with { parts in
            #expect(try await Self.answer(parts, "GET", "/v1/status", host: nil).status == 400)
            let second: HTTPFields = [try #require(HTTPField.Name("Host")): "elsewhere"]
            #expect(try await Self.answer(parts, "GET", "/v1/status", second).status == 400)
        }
    }

    @Test func aBodyThatIsEncodedIsNotTakenForWhatItIsNot() async throws {
        try await ScratchDaemon.with { parts in
            for (coding, status) in [("gzip", 415), ("br, identity", 415), ("identity", 201)] {
                let answer = try await Self.answer(
                    parts,
                    "POST",
                    "/v1/items",
                    [.contentEncoding: coding],
                    body: #"{"title":"Lease"}"#
                )
                #expect(answer.status == status, "\(coding): \(answer.text)")
            }
        }
    }

    @Test(arguments: [
        #"{"title":"a","title":"b"}"#, #"{"title":"a","t\u0069tle":"b"}"#, #"{"title":"a","x":{"y":1,"y":2}}"#,
        #"{"title":"a","x":[{"y":"\"","y":2}]}"#,
    ])
    func aMemberThatStandsTwiceIsRefused(body: String) async throws {
        try await ScratchDaemon.with { parts in
            let answer = try await Self.answer(parts, "POST", "/v1/items", body: body)
            #expect(answer.status == 400)
            #expect(answer.text.contains("twice"), "\(answer.text)")
            // A name within a text is none.
            let single = #"{"title":"a \"title\": b","parent":null}"#
            #expect(try await Self.answer(parts, "POST", "/v1/items", body: single).status == 201)
        }
    }

    @Test func aPartOfAFileIsWhatTheHeaderNames() {
        let part = { (first: Int64, last: Int64) in ByteRange.Asked.part(ByteRange(first: first, last: last)) }
        let cases: [(String, ByteRange.Asked)] = [
            ("bytes=0-4", part(0, 4)), ("bytes=5-", part(5, 9)), ("bytes=-5", part(5, 9)), ("bytes=-99", part(0, 9)),
            ("Bytes=9-99999999999999999999", part(9, 9)), ("bytes=10-", .nothing), ("bytes=-0", .nothing),
            ("bytes=99999999999999999999-", .nothing), ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole),
            ("bytes=-", .whole), ("bytes=", .whole), ("lines=1-2", .whole), ("bytes=+1-2", .whole),
        ]
        for (text, asked) in cases { #expect(ByteRange.asked(by: text, of: 10) == asked, "\(text)") }
        #expect(ByteRange.asked(by: "bytes=-1", of: 0) == .nothing)
    }

    /// Which of the two would count is anybody's guess.
    @Test func aParameterThatStandsTwiceIsRefused() async throws {
        try await ScratchDaemon.with { parts in
            for query in ["/v1/items?limit=1&limit=2", "/v1/labels/batches?open=true&open=true"] {
                let answer = try await Self.answer(parts, "GET", query)
                #expect(answer.status == 400)
                #expect(answer.text.contains("twice"), "\(answer.text)")
            }
        }
    }

    @Test func aCapacityBelowNoneIsRefused() async throws {
        try await ScratchDaemon.with { parts in
            let added = try await Self.answer(parts, "POST", "/v1/locations", body: #"{"name":"Shelf"}"#)
            #expect(added.status == 201)
            let path = "/v1/entities/LC000000001H/changes"
            let refused = try await Self.answer(parts, "POST", path, body: #"{"conditions":{"capacity":-5}}"#)
            #expect(refused.status == 400)
            #expect(refused.text.contains("-1 for as many as fit"), "\(refused.text)")
            let misspelt = try await Self.answer(parts, "POST", path, body: #"{"conditions":{"capasity":5}}"#)
            #expect(misspelt.status == 400)
            #expect(misspelt.text.contains("there is no member capasity"), "\(misspelt.text)")
            let taken = try await Self.answer(parts, "POST", path, body: #"{"conditions":{"capacity":-1}}"#)
            #expect(taken.status == 200, "\(taken.text)")
        }
    }
}

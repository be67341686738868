import FoundationEssentials
import Testing

@testable import Wire

@Suite struct WireCodingTests {
    /// What is documented is always there: programs may index without asking first.
    @Test func absentMembersAreNull() throws {
        let resource = WhereaboutsResource(
            barcode: "BX0000000014",
            type: "container",
            kind: "box",
            title: nil,
            placement: PlacementResource(kind: "unknown", barcode: nil, path: []),
            home: nil,
            since: "2026-11-21T05:50:00.000000Z",
            seen: "direct",
            entry: 1,
            lastSeen: "2026-11-21T05:50:00.000000Z",
            due: nil
        )
        let text = String(decoding: try WireCoding.encode(resource), as: UTF8.self)
        #expect(
            text == #"{"barcode":"BX0000000014","due":null,"entry":1,"home":null,"kind":"box","#
                + #""lastSeen":"2026-11-21T05:50:00.000000Z","#
                + #""placement":{"barcode":null,"kind":"unknown","path":[]},"seen":"direct","#
                + #""since":"2026-11-21T05:50:00.000000Z","title":null,"type":"container"}"#
        )
        #expect(try WireCoding.decode(WhereaboutsResource.self, from: Data(text.utf8)) == resource)
    }

    @Test func unknownProblemKindsSurvive() throws {
        let json =
            #"{"type":"urn:outguide:problem:sealed","status":403,"kind":"sealed","title":"sealed","detail":"cannot"}"#
        let problem = try WireCoding.decode(Problem.self, from: Data(json.utf8))
        #expect(problem.kind == ProblemKind(rawValue: "sealed"))
    }

    @Test(arguments: [("BX0000000014", "BX0000000014"), ("K-17/3 ä", "K-17%2F3%20%C3%A4"), ("a.b_c~d", "a.b_c~d")])
    func pathSegmentsAreEncoded(text: String, segment: String) {
        #expect(WireCoding.pathSegment(text) == segment)
    }
}

import FoundationEssentials
import Testing

@testable import Wire

@Suite struct ExplicitNullsTests {
    private struct Leaf: Encodable {
        var text: String?
        var number: Int64?
        var flag: Bool?
        var words: [String]?
    }

    private struct Tree: Encodable {
        var leaf: Leaf?
        var leaves: [Leaf] = []
        var named: [String: Leaf] = [:]
        var optionals: [Int?] = []
        var bytes = Data([1, 2, 3])
        var half = 0.5
    }

    private enum Choice: Encodable {
        case leaf(Leaf, note: String?)
    }

    private struct Joined: Encodable {
        private enum Keys: String, CodingKey {
            case extra
            case inner
            case list
            case missing
        }

        func encode(to encoder: any Encoder) throws {
            try Leaf().encode(to: encoder)
            var members = encoder.container(keyedBy: Keys.self)
            try members.encode(Leaf?.none, forKey: .missing)
            try members.encode(Leaf?.some(Leaf(flag: true)), forKey: .extra)
            var inner = members.nestedContainer(keyedBy: Keys.self, forKey: .inner)
            try inner.encodeIfPresent(String?.none, forKey: .extra)
            var list = members.nestedUnkeyedContainer(forKey: .list)
            try list.encode(Leaf())
            var last = list.nestedContainer(keyedBy: Keys.self)
            try last.encodeIfPresent(Int?.none, forKey: .extra)
        }
    }

    private static let emptyLeaf = #"{"flag":null,"number":null,"text":null,"words":null}"#

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try WireCoding.encode(value), as: UTF8.self)
    }

    @Test func absentMembersAreNullAtEveryDepth() throws {
        let tree = Tree(leaves: [Leaf()], named: ["a/b": Leaf()], optionals: [1, nil])
        #expect(
            try json(tree) == #"{"bytes":"AQID","half":0.5,"leaf":null,"leaves":[\#(Self.emptyLeaf)],"#
                + #""named":{"a/b":\#(Self.emptyLeaf)},"optionals":[1,null]}"#
        )
        #expect(try json([Tree()]).contains(#"[{"bytes":"AQID","half":0.5,"leaf":null,"leaves":[],"named":{}"#))
    }

    @Test func presentMembersAreUnchanged() throws {
        let leaf = Leaf(text: "a/b é", number: .max, flag: false, words: ["x", "y"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let plain = String(decoding: try encoder.encode(leaf), as: UTF8.self)
        #expect(try json(leaf) == plain)
        #expect(plain == #"{"flag":false,"number":9223372036854775807,"text":"a/b é","words":["x","y"]}"#)
    }

    @Test func valuesThatAreNotObjectsAreEncoded() throws {
        #expect(try json("a") == #""a""#)
        #expect(try json(Int?.none) == "null")
        #expect(try json(ProblemKind.busy) == #""busy""#)
        #expect(try json([UInt8(7)]) == "[7]")
    }

    @Test func casesAndContainersWithinContainersAreEncoded() throws {
        #expect(
            try json(Choice.leaf(Leaf(), note: nil)) == #"{"leaf":{"_0":\#(Self.emptyLeaf),"note":null}}"#
        )
        #expect(
            try json(Joined()) == #"{"extra":{"flag":true,"number":null,"text":null,"words":null},"flag":null,"#
                + #""inner":{"extra":null},"list":[\#(Self.emptyLeaf),{"extra":null}],"missing":null,"number":null,"#
                + #""text":null,"words":null}"#
        )
    }

    /// An older daemon refuses a member that it does not know, even if it is null.
    @Test func requestsLeaveAbsentMembersOut() throws {
        let request = try WireCoding.encodeRequest(ReadingRequest(text: "A", station: "t"))
        #expect(String(decoding: request, as: UTF8.self) == #"{"station":"t","text":"A"}"#)
    }
}

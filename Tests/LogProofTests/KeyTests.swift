import LogProof
import Testing

@Suite struct KeyTests {
    /// From the documentation of Go's `sumdb/note`, the first implementation of the format.
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let peterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

    @Test func encodedFormsAreReadBack() throws {
        let key = try NoteVerifierKey(parsing: Self.peter)
        #expect(key.description == Self.peter)
        #expect(key.name.text == "PeterNeumann")
        #expect(key.id.rawValue == 0xC74F_20A3)
        let signer = try NoteSigner(parsing: Self.peterSecret)
        #expect(signer.encoded == Self.peterSecret)
        #expect(signer.verifierKey == key)
    }

    @Test func newKeysAreNewAndReadBack() throws {
        let name = try #require(NoteKeyName("outguide.example/a"))
        let (first, second) = (NoteSigner(name: name), NoteSigner(name: name))
        #expect(first.verifierKey != second.verifierKey)
        #expect(try NoteSigner(parsing: first.encoded).verifierKey == first.verifierKey)
        #expect(try NoteVerifierKey(parsing: first.verifierKey.description) == first.verifierKey)
    }

    @Test func aSignerDoesNotShowItsSecret() throws {
        let signer = try NoteSigner(parsing: Self.peterSecret)
        #expect("\(signer)" == Self.peter)
    }

    @Test(arguments: [
        "", "+", "++", "PeterNeumann", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a3+",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\u{2003}Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
    ])
    func malformedKeysAreRefused(text: String) {
        #expect(throws: NoteKeyError.malformed) { try NoteVerifierKey(parsing: text) }
        #expect(throws: NoteKeyError.malformed) { try NoteSigner(parsing: "PRIVATE+KEY+" + text) }
        #expect(throws: NoteKeyError.malformed) { try NoteSigner(parsing: text) }
    }

    @Test func otherTypesAndIdentitiesAreRefused() throws {
        #expect(throws: NoteKeyError.unknownType(0x65)) {
            try NoteVerifierKey(parsing: "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        }
        let id = try NoteVerifierKey(parsing: Self.peter).id
        #expect(throws: NoteKeyError.otherID(id)) {
            try NoteVerifierKey(parsing: "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        }
        #expect(throws: NoteKeyError.otherID(id)) {
            try NoteSigner(
                parsing: "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
            )
        }
    }

    @Test func namesAreComparedAsBytes() throws {
        let composed = try #require(NoteKeyName("caf\u{E9}"))
        let decomposed = try #require(NoteKeyName("cafe\u{301}"))
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        for text in ["", "a b", "a+b", "a\u{A0}b", "a\nb", "a\u{1}b", "a\u{85}b", "\u{3000}"] {
            #expect(NoteKeyName(text) == nil)
        }
    }
}

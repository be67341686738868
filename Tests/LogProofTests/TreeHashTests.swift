import LogProof
import Testing

@Suite struct TreeHashTests {
    private let hash = TreeHash(ofLeaf: Array("outguide".utf8))

    @Test func textFormsAreReadBack() throws {
        #expect(TreeHash(base64: hash.base64) == hash)
        #expect(TreeHash(hash.bytes) == hash)
        // sha256(b"\0outguide").hexdigest() of Python's hashlib.
        #expect(hash.hexadecimal == "42fdca5e54f5114c523ff3f3e07c8c20a30a3d8bdda08b348990b192fda64c18")
    }

    @Test func otherTextsAreRefused() {
        let base64 = hash.base64
        // The last character before the padding has two bits that say nothing; in a B one of them is set.
        let stray = base64.dropLast(2) + "B="
        for text in ["", String(base64.dropLast()), base64 + "\n", "\n" + base64, String(stray), base64 + "===="] {
            #expect(TreeHash(base64: text) == nil)
        }
        #expect(TreeHash([UInt8](repeating: 0, count: 31)) == nil)
        #expect(TreeHash([UInt8](repeating: 0, count: 33)) == nil)
    }

    @Test func leavesAndNodesAreKeptApart() {
        let left = TreeHash(ofLeaf: [1] as [UInt8])
        let right = TreeHash(ofLeaf: [2] as [UInt8])
        #expect(TreeHash(ofNode: left, right) != TreeHash(ofLeaf: left.bytes + right.bytes))
        #expect(TreeHash(ofNode: left, right) != TreeHash(ofNode: right, left))
    }
}

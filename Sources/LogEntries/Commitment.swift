import Crypto
import LogProof

/// The form in which an entry contains a text about people or cases: SHA-256 over the salt and then the UTF-8 text.
///
/// The text and its salt are stored in a separate table. Once both are erased the text cannot be recovered, and the
/// entry with the commitment still verifies.
package struct Commitment: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(to text: String, salt: Salt) {
        var hash = SHA256()
        hash.update(data: salt.bytes)
        hash.update(data: Array(text.utf8))
        self.bytes = Array(hash.finalize())
    }

    /// 64 lower-case hexadecimal digits.
    package var hexadecimal: String { Hexadecimal.text(of: bytes) }

    /// Whether a canonical body contains the commitment for `field`; no other content can look the same.
    package func stands(in body: [UInt8], as field: TextField) -> Bool {
        let member = Array("\"\(field.rawValue)\":\"\(hexadecimal)\"".utf8)
        return body.indices.dropLast(member.count - 1).contains { start in
            body[start] == member[0] && body[start..<(start + member.count)].elementsEqual(member)
        }
    }
}

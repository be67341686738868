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

/// Thirty-two random bytes that prevent a committed text from being guessed.
public struct Salt: Sendable, Hashable {
    /// The length of a salt in bytes.
    public static let length = 32

    public let bytes: [UInt8]

    /// Returns nil unless `bytes` has the length of a salt.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// A new salt from `generator`.
    public init(using generator: inout some RandomNumberGenerator) {
        // Eight bytes per call, because each call to the kernel's generator is a system call.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        while bytes.count < Self.length {
            withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) }
        }
        self.bytes = bytes
    }

    /// A new salt from the kernel's random number generator.
    @Sendable public static func random() -> Salt {
        var generator = SystemRandomNumberGenerator()
        return Salt(using: &generator)
    }
}

/// The fields of an entry whose text is stored outside the hashed body, which only commits to it.
package enum TextField: String, Sendable, Hashable, CaseIterable {
    /// A foreign barcode, which may contain a case number.
    case barcode
    /// The order that requires the action, as named by its court or agency.
    case order
    /// The reason for an action.
    case reason
    /// The title of an item or container, or the name of a location or custodian.
    case title
}

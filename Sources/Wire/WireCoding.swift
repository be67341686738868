public import FoundationEssentials

/// How the shapes of the socket become JSON bytes and come back.
public enum WireCoding {
    /// JSON with sorted members and without escaped slashes.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// JSON laid out for people.
    public static func encodePretty(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// Reads what ``encode(_:)`` writes; members that this version does not know are ignored.
    public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }

    /// The same, of what a stranger sends: throws ``RepeatedNameError`` for an object that has a member twice, and
    /// ``UndeclaredNameError`` for one that has a member which its shape does not have.
    public static func decodeStrictly<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let value = try decode(type, from: data)
        if let name = JSONNames.repeated(in: data) { throw RepeatedNameError(name: name) }
        let tree = try decode(DeclaredMembers.Tree.self, from: data)
        if let name = DeclaredMembers.undeclared(in: tree, of: value) { throw UndeclaredNameError(name: name) }
        return value
    }

    /// An object has two members with one name.
    public struct RepeatedNameError: Error, Sendable, Hashable {
        public let name: String
    }

    /// An object has a member that its shape does not have.
    public struct UndeclaredNameError: Error, Sendable, Hashable {
        public let name: String
    }

    /// `text` as one segment of a path: everything but letters, digits and `-._~` percent-encoded (RFC 3986, 2.3).
    public static func pathSegment(_ text: String) -> String {
        var segment: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: segment.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                segment += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: segment, as: UTF8.self)
    }
}

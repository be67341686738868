public import FoundationEssentials

/// Encodes and decodes the types of the socket as JSON.
public enum WireCoding {
    /// Returns JSON with sorted members, absent ones as null, and without escaped slashes.
    ///
    /// - Throws: `EncodingError` if the value has no JSON form.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(ExplicitNulls(value))
    }

    /// Returns JSON formatted for reading.
    ///
    /// - Throws: `EncodingError` if the value has no JSON form.
    public static func encodePretty(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(ExplicitNulls(value))
    }

    /// Returns the JSON of a request, without its absent members.
    ///
    /// An older daemon refuses a member that it does not know, even if it is null.
    ///
    /// - Throws: `EncodingError` if the value has no JSON form.
    public static func encodeRequest(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// Decodes the result of ``encode(_:)``.
    ///
    /// Unknown members are ignored.
    ///
    /// - Throws: `DecodingError` if `data` is not JSON or does not fit the type.
    public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }

    /// Decodes untrusted JSON: throws ``RepeatedNameError`` if an object has a member twice, and
    /// ``UndeclaredNameError`` if it has a member that its type does not declare.
    public static func decodeStrictly<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let value = try decode(type, from: data)
        if let name = try MemberNames(of: data).undeclared(in: value) { throw UndeclaredNameError(name: name) }
        return value
    }

    /// The error of an object with two members of one name.
    public struct RepeatedNameError: Error, Sendable, Hashable {
        public let name: String
    }

    /// The error of an object with a member that its type does not declare.
    public struct UndeclaredNameError: Error, Sendable, Hashable {
        public let name: String
    }

    /// Returns `text` as one path segment: everything but letters, digits and `-._~` is percent-encoded (RFC 3986,
    /// 2.3).
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

/// The JSON values of entry bodies and bundles: no fractions, ASCII member names, no duplicate names.
///
/// Entry bodies are hashed, so their encoding is fixed here and does not depend on a library.
package enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object(JSONMembers)

    /// The canonical encoding of entry bodies: RFC 8785, for these values.
    ///
    /// Members are sorted by name, there is no white space, only `"`, `\` and control characters are escaped, and text
    /// is UTF-8 as given.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(384)
        append(to: &bytes, line: nil)
        return bytes
    }

    /// The encoding for people, with one line for each member; ends with a newline.
    var indentedBytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, line: [UInt8(ascii: "\n")])
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The value as a text; nil for a value of another type.
    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value as an integer; nil for a value of another type.
    package var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The value as a truth value; nil for a value of another type.
    package var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    /// The elements; nil for a value of another type.
    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// Appends the encoding.
    ///
    /// `line` is a newline with the current indentation; nil for an encoding without white space.
    private func append(to bytes: inout [UInt8], line: [UInt8]?) {
        let inner = line.map { $0 + Array("  ".utf8) }
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .string(let text): Self.append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                if let inner { bytes.append(contentsOf: inner) }
                element.append(to: &bytes, line: inner)
            }
            if let line, !elements.isEmpty { bytes.append(contentsOf: line) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                if let inner { bytes.append(contentsOf: inner) }
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if inner != nil { bytes.append(UInt8(ascii: " ")) }
                member.value.append(to: &bytes, line: inner)
            }
            if let line, !members.sorted.isEmpty { bytes.append(contentsOf: line) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: mustBeEscaped) {
            for byte in text.utf8 {
                if mustBeEscaped(byte) { bytes.append(contentsOf: escape(of: byte)) } else { bytes.append(byte) }
            }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether the byte never occurs unescaped in a string.
    static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// The canonical escape of a byte that ``mustBeEscaped(_:)``.
    static func escape(of byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        case 0x08: Array("\\b".utf8)
        case 0x09: Array("\\t".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0x0C: Array("\\f".utf8)
        case 0x0D: Array("\\r".utf8)
        default: Array(("\\u00" + Hexadecimal.text(of: CollectionOfOne(byte))).utf8)
        }
    }
}

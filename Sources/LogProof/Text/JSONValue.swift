/// The JSON values of entry bodies and bundles: no fractions, ASCII member names, no duplicate names.
enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The canonical encoding of entry bodies: RFC 8785, for these values.
    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
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

    /// Appends the encoding.
    ///
    /// `line` is a newline with the current indentation; nil for an encoding without white space.
    private func append(to bytes: inout [UInt8], line: [UInt8]?) {
        switch self {
        case .null: bytes += Array("null".utf8)
        case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
        case .integer(let value): bytes += Array(String(value).utf8)
        case .string(let text): Self.append(text, to: &bytes)
        case .array(let values):
            Self.append(values, between: "[", "]", to: &bytes, line: line) { value, bytes, line in
                value.append(to: &bytes, line: line)
            }
        case .object(let members):
            // RFC 8785 sorts by UTF-16 code units, which for ASCII is the order of bytes.
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.append(sorted, between: "{", "}", to: &bytes, line: line) { member, bytes, line in
                Self.append(member.key, to: &bytes)
                bytes += line == nil ? [UInt8(ascii: ":")] : Array(": ".utf8)
                member.value.append(to: &bytes, line: line)
            }
        }
    }

    private static func append<Part>(
        _ parts: [Part],
        between open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        to bytes: inout [UInt8],
        line: [UInt8]?,
        each: (Part, inout [UInt8], [UInt8]?) -> Void
    ) {
        let inner = line.map { $0 + Array("  ".utf8) }
        bytes.append(UInt8(ascii: open))
        for (place, part) in parts.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += inner ?? []
            each(part, &bytes, inner)
        }
        if !parts.isEmpty { bytes += line ?? [] }
        bytes.append(UInt8(ascii: close))
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += Array("\\b".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x00..<0x20: bytes += Array(("\\u00" + Hexadecimal.text(of: CollectionOfOne(byte))).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

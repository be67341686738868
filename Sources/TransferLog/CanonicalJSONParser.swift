/// Parses the bytes of an entry body.
///
/// The parser is as strict as ``CanonicalJSON``: no white space, no fractions, no duplicate members, nothing after
/// the end.
struct CanonicalJSONParser {
    /// Maximum nesting, deeper than any entry; more is damage or an attempt to overflow the stack.
    private static let deepestNesting = 16

    private let bytes: [UInt8]
    private var index = 0

    /// The value encoded in `bytes`; nil when they contain anything else.
    static func value(of bytes: [UInt8]) -> CanonicalJSON? {
        var parser = CanonicalJSONParser(bytes: bytes)
        guard let value = parser.value(depth: 0), parser.index == bytes.count else { return nil }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) -> CanonicalJSON? {
        guard depth <= Self.deepestNesting, index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "n"): return skip("null") ? .null : nil
        case UInt8(ascii: "t"): return skip("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return skip("false") ? .boolean(false) : nil
        default: return integer()
        }
    }

    private mutating func object(depth: Int) -> CanonicalJSON? {
        index += 1
        var members = CanonicalMembers()
        if skip("}") { return .object(members) }
        repeat {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let name = string(), skip(":"),
                let value = value(depth: depth + 1), members.add(name, value)
            else { return nil }
        } while skip(",")
        return skip("}") ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> CanonicalJSON? {
        index += 1
        var elements: [CanonicalJSON] = []
        if skip("]") { return .array(elements) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while skip(",")
        return skip("]") ? .array(elements) : nil
    }

    private mutating func integer() -> CanonicalJSON? {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
        return Int64(String(decoding: bytes[start..<index], as: UTF8.self)).map { .integer($0) }
    }

    private mutating func string() -> String? {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
            index += 1
        }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            return String(validating: bytes[start..<index - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                guard let byte = escape() else { return nil }
                text.append(byte)
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        guard skip("\"") else { return nil }
        return String(validating: text, as: UTF8.self)
    }

    /// Parses an escape; in canonical form only ASCII characters are escaped.
    private mutating func escape() -> UInt8? {
        guard index + 1 < bytes.count else { return nil }
        let kind = bytes[index + 1]
        index += 2
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return kind
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard index + 4 <= bytes.count else { return nil }
            let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
            index += 4
            return UInt8(digits, radix: 16).flatMap { $0 < 0x20 ? $0 : nil }
        default: return nil
        }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        index += count
        return true
    }
}

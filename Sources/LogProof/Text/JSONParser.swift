/// Parses untrusted JSON strictly: anything that two parsers could interpret differently is refused.
///
/// Refused are names that occur twice or are not ASCII, fractions, exponents and `-0`, numbers beyond 64 bits, halves
/// of surrogate pairs, text that is not UTF-8, more than ``deepest`` levels, and anything after the value.
package struct JSONParser {
    /// The maximum depth of nested arrays and objects; entry bodies have three levels.
    static let deepest = 16

    private static let space = Array(" \n\r\t".utf8)

    private let bytes: [UInt8]
    /// Whether everything is refused that ``JSONValue/canonicalBytes`` would encode differently.
    private let isCanonical: Bool
    private var index = 0
    private var depth = 0

    private init(bytes: [UInt8], isCanonical: Bool) {
        self.bytes = bytes
        self.isCanonical = isCanonical
    }

    /// Returns the value that `bytes` encode; nil if they are refused.
    static func value(of bytes: [UInt8]) -> JSONValue? {
        var parser = JSONParser(bytes: bytes, isCanonical: false)
        return parser.whole()
    }

    /// Returns the value whose ``JSONValue/canonicalBytes`` are `bytes`; nil if there is none.
    package static func canonicalValue(of bytes: [UInt8]) -> JSONValue? {
        var parser = JSONParser(bytes: bytes, isCanonical: true)
        return parser.whole()
    }

    private mutating func whole() -> JSONValue? {
        guard let value = value() else { return nil }
        skipSpace()
        return index == bytes.count ? value : nil
    }

    private mutating func value() -> JSONValue? {
        skipSpace()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return nested { $0.members() }
        case UInt8(ascii: "["): return nested { $0.elements() }
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return skip("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return skip("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): return skip("null") ? .null : nil
        default: return integer()
        }
    }

    private mutating func nested(_ body: (inout JSONParser) -> JSONValue?) -> JSONValue? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        index += 1
        return body(&self)
    }

    private mutating func members() -> JSONValue? {
        var members: [JSONMembers.Member] = []
        var isSorted = true
        skipSpace()
        if skip("}") { return .object(JSONMembers()) }
        members.reserveCapacity(16)
        while true {
            skipSpace()
            guard let name = string(), name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            if let last = members.last, last.name >= name { isSorted = false }
            guard isSorted || !isCanonical else { return nil }
            skipSpace()
            guard skip(":"), let value = value() else { return nil }
            members.append(JSONMembers.Member(name: name, value: value))
            skipSpace()
            if skip("}") { return JSONMembers(members, isSorted: isSorted).map { .object($0) } }
            guard skip(",") else { return nil }
        }
    }

    private mutating func elements() -> JSONValue? {
        var elements: [JSONValue] = []
        skipSpace()
        if skip("]") { return .array(elements) }
        while let value = value() {
            elements.append(value)
            skipSpace()
            if skip("]") { return .array(elements) }
            guard skip(",") else { return nil }
        }
        return nil
    }

    private mutating func integer() -> JSONValue? {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let digits = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        // 64 bits have at most 19 digits.
        guard (1...19).contains(index - digits) else { return nil }
        // Leading zeros and -0 would be written differently.
        guard bytes[digits] != UInt8(ascii: "0") || index == start + 1 else { return nil }
        return Int64(String(decoding: bytes[start..<index], as: UTF8.self)).map { .integer($0) }
    }

    private mutating func string() -> String? {
        guard skip("\"") else { return nil }
        let start = index
        while index < bytes.count, !JSONValue.mustBeEscaped(bytes[index]) { index += 1 }
        if skip("\"") { return String(validating: bytes[start..<index - 1], as: UTF8.self) }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                text.append(contentsOf: String(Character(scalar)).utf8)
            case 0x00..<0x20: return nil
            default:
                text.append(byte)
                index += 1
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        let start = index
        guard let scalar = anyEscaped() else { return nil }
        guard isCanonical else { return scalar }
        guard scalar.isASCII, JSONValue.mustBeEscaped(UInt8(scalar.value)) else { return nil }
        return bytes[start..<index].elementsEqual(JSONValue.escape(of: UInt8(scalar.value))) ? scalar : nil
    }

    private mutating func anyEscaped() -> Unicode.Scalar? {
        index += 1
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let first = codeUnit() else { return nil }
            guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
            guard skip("\\u"), let second = codeUnit(), (0xDC00..<0xE000).contains(second) else { return nil }
            return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00)))
        default: return nil
        }
    }

    private mutating func codeUnit() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        guard digits.allSatisfy({ $0.isHexDigit && $0.isASCII }) else { return nil }
        index += 4
        return UInt32(digits, radix: 16)
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        index += count
        return true
    }

    private mutating func skipSpace() {
        guard !isCanonical else { return }
        while index < bytes.count, Self.space.contains(bytes[index]) { index += 1 }
    }
}

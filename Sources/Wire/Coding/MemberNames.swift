import FoundationEssentials

/// JSON text reduced to its member names, to check it against the type that was decoded from it.
enum MemberNames {
    case object([String: MemberNames])
    case array([MemberNames])
    case value

    /// Reads well-formed JSON, whose nesting the decoder has limited.
    ///
    /// RFC 8259, section 4: receivers treat an object with two members of one name unpredictably, and two of them may
    /// differ.
    ///
    /// - Throws: `RepeatedNameError` if an object has a name twice.
    init(of text: some Collection<UInt8>) throws(WireCoding.RepeatedNameError) {
        var rest = Array(text)[...]
        self = try Self.next(&rest)
    }

    /// Returns the name of a member that `shape`, the value decoded from the text, does not declare; nil if there is
    /// none.
    ///
    /// The declared members of a structure are its stored properties; dictionaries accept any.
    func undeclared(in shape: Any) -> String? {
        let mirror = Mirror(reflecting: shape)
        switch (self, mirror.displayStyle) {
        case (_, .optional): return mirror.children.first.flatMap { undeclared(in: $0.value) }
        case (.array(let elements), .collection):
            return zip(elements, mirror.children).lazy.compactMap { $0.undeclared(in: $1.value) }.first
        case (.object(let members), .struct):
            let properties = Dictionary(mirror.children.map { ($0.label ?? "", $0.value) }) { first, _ in first }
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                guard let property = properties[name] else { return name }
                if let inner = member.undeclared(in: property) { return inner }
            }
            return nil
        default: return nil
        }
    }

    /// Consumes the next value.
    private static func next(_ rest: inout ArraySlice<UInt8>) throws(WireCoding.RepeatedNameError) -> MemberNames {
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"):
                var members: [String: MemberNames] = [:]
                while let name = nextName(&rest) {
                    guard members.updateValue(try next(&rest), forKey: name) == nil else {
                        throw WireCoding.RepeatedNameError(name: name)
                    }
                }
                return .object(members)
            case UInt8(ascii: "["):
                var elements: [MemberNames] = []
                while !isAtEnd(&rest) { elements.append(try next(&rest)) }
                return .array(elements)
            case UInt8(ascii: "\""):
                _ = string(&rest)
                return .value
            case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: " "), 0x09, 0x0A, 0x0D: continue
            default:
                // A number or a word.
                rest = rest.drop { !",]} \t\n\r".utf8.contains($0) }
                return .value
            }
        }
        return .value
    }

    /// Consumes the next member's name; returns nil after the end of the object.
    private static func nextName(_ rest: inout ArraySlice<UInt8>) -> String? {
        while let byte = rest.popFirst(), byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: "\"") { return string(&rest) }
        }
        return nil
    }

    /// Whether an array has no further element; consumes what is between elements, and the end.
    private static func isAtEnd(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest = rest.drop { ", \t\n\r".utf8.contains($0) }
        guard let byte = rest.first, byte != UInt8(ascii: "]") else {
            _ = rest.popFirst()
            return true
        }
        return false
    }

    /// Consumes a string after its opening quotation mark, and returns its value.
    private static func string(_ rest: inout ArraySlice<UInt8>) -> String {
        let whole = rest
        var isEscaped = false
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\") else { continue }
            isEscaped = true
            _ = rest.popFirst()
        }
        let bytes = whole[..<max(whole.startIndex, rest.startIndex - 1)]
        let plain = String(decoding: bytes, as: UTF8.self)
        guard isEscaped else { return plain }
        let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        return (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? plain
    }
}

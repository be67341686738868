import FoundationEssentials

/// Checks the member names in JSON text.
enum JSONNames {
    /// Returns a name that an object of `text` contains twice; nil if there is none.
    ///
    /// RFC 8259, section 4: receivers treat such an object unpredictably, and two of them may differ. `text` must be
    /// well formed.
    static func repeated(in text: some Collection<UInt8>) -> String? {
        /// The names seen so far in each enclosing object; nil stands for an array.
        var around: [Set<String>?] = []
        var isName = false
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"):
                around.append([])
                isName = true
            case UInt8(ascii: "["):
                around.append(nil)
                isName = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = around.popLast()
                isName = false
            case UInt8(ascii: ","): isName = around.last.map { $0 != nil } ?? false
            case UInt8(ascii: "\""):
                let string = takeString(&rest)
                guard isName, let names = around.popLast() else { break }
                isName = false
                let (isNew, updated) = inserted(string, into: names)
                guard isNew else { return string }
                around.append(updated)
            default: break
            }
        }
        return nil
    }

    private static func inserted(_ name: String, into names: Set<String>?) -> (isNew: Bool, names: Set<String>) {
        var names = names ?? []
        let isNew = names.insert(name).inserted
        return (isNew, names)
    }

    /// Consumes a string after its opening quotation mark, and returns its value.
    private static func takeString(_ rest: inout ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                bytes.append(byte)
                if let next = rest.popFirst() { bytes.append(next) }
            } else if byte == UInt8(ascii: "\"") {
                break
            } else {
                bytes.append(byte)
            }
        }
        let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        let plain = String(decoding: bytes, as: UTF8.self)
        return isEscaped ? (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? plain : plain
    }
}

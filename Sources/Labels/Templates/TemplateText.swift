/// Decodes the bytes of a template's file: UTF-8, or UTF-16 with a byte order mark (YAML 1.2.2, 5.2).
enum TemplateText {
    static func of(_ bytes: [UInt8]) throws(LabelTemplateError) -> String {
        guard bytes.count <= TemplateDocument.mostBytes else {
            throw LabelTemplateError(
                line: 1,
                reason: "a template has at most \(TemplateDocument.mostBytes / 1024) KiB"
            )
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), isLittleEndian: false) }
        if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
        if bytes.contains(0) {
            throw LabelTemplateError(
                line: 1,
                reason: "the file is no text, or UTF-16 without a byte order mark: save it as UTF-8"
            )
        }
        let place = firstBroken(in: bytes)
        let digits = String(bytes[place], radix: 16, uppercase: true)
        throw LabelTemplateError(
            line: 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") },
            reason: "the byte \(digits) is not UTF-8: the file may be Latin-1 or of Windows; save it as UTF-8"
        )
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(LabelTemplateError) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw LabelTemplateError(line: 1, reason: "the file is broken UTF-16: save it as UTF-8")
        }
        return text
    }

    /// Returns the index of the first byte that is not valid UTF-8.
    private static func firstBroken(in bytes: [UInt8]) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var place = 0
        while case .valid(let character) = decoder.parseScalar(from: &rest) { place += character.count }
        return min(place, bytes.count - 1)
    }
}

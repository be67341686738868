/// Escapes file names of arbitrary bytes for display.
enum ShownName {
    /// The name with `\xNN` for each byte that is not UTF-8, `\u{N}` for each character that is invisible or changes
    /// the appearance of the line, and `\\` for a backslash.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        var shown = ""
        var rest = Array(bytes)[...]
        while let first = rest.first {
            let length = min(width(of: first), rest.count)
            guard let text = String(validating: rest.prefix(length), as: UTF8.self),
                let scalar = text.unicodeScalars.first
            else {
                shown += "\\x" + hexadecimal(UInt32(first), digits: 2)
                rest = rest.dropFirst()
                continue
            }
            if scalar == "\\" {
                shown += "\\\\"
            } else if isSeen(scalar) {
                shown += text
            } else {
                shown += "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
            }
            rest = rest.dropFirst(length)
        }
        return shown
    }

    /// The length in bytes of a character that begins with this byte.
    private static func width(of first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// Fits text to a number of columns.
package enum TextFit {
    /// More combining marks than this on one character are not writing, and would overlap other lines.
    private static let mostScalars = 8

    /// Returns `text` without control characters and excessive combining marks.
    package static func tame(_ text: String) -> String {
        let harmless = HarmlessText.of(text)
        if harmless.utf8.allSatisfy({ $0 < 0x80 }) { return harmless }
        return String(harmless.map { $0.unicodeScalars.count > mostScalars ? "\u{FFFD}" : $0 })
    }

    /// Returns the beginning of `text` in exactly `width` columns: padded with spaces, or ended with … if it is longer.
    package static func line(_ text: String, width: Int) -> String {
        let cut = cut(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
    }

    /// Returns the beginning of `text` in at most `width` columns, ended with … if it is longer.
    package static func cut(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        guard DisplayWidth.of(text) > width else { return text }
        return prefix(of: text[...], width: width - 1) + "…"
    }

    /// Returns `text` in at most `most` lines of at most `width` columns, broken at spaces where possible, the last
    /// ended with … if there is more.
    package static func wrap(_ text: String, width: Int, most: Int) -> [String] {
        guard width > 0, most > 0 else { return [] }
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            if lines.count == most - 1 { return lines + [cut(String(rest), to: width)] }
            if DisplayWidth.of(String(rest)) <= width { return lines + [String(rest)] }
            let fitting = prefix(of: rest, width: width)
            let next = rest.index(rest.startIndex, offsetBy: fitting.count)
            if rest[next] == " " {
                lines.append(fitting)
                rest = rest[rest.index(after: next)...]
            } else if let space = fitting.lastIndex(of: " "), space > fitting.startIndex {
                let count = fitting.distance(from: fitting.startIndex, to: space)
                lines.append(String(fitting[..<space]))
                rest = rest.dropFirst(count + 1)
            } else {
                // A character that is wider than the line must still be placed.
                let count = max(1, fitting.count)
                lines.append(String(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
        }
        return lines
    }

    private static func prefix(of text: Substring, width: Int) -> String {
        var taken = ""
        var columns = 0
        for character in text {
            columns += DisplayWidth.of(character)
            if columns > width { break }
            taken.append(character)
        }
        return taken
    }
}

extension StyledText {
    /// Returns `text` in exactly `width` columns.
    package static func line(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        StyledText(TextFit.line(text, width: width), style)
    }

    /// Returns `left` and `right` at the ends of `width` columns.
    ///
    /// If both do not fit, `left` is cut, and then `right` is omitted.
    package static func line(_ left: String, _ right: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let room = width - DisplayWidth.of(right) - 2
        guard !right.isEmpty, room >= width / 3 else { return line(left, width: width, style) }
        return StyledText(TextFit.line(left, width: room) + "  " + right, style)
    }

    /// Returns `text` centred in `width` columns.
    package static func centred(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let cut = TextFit.cut(text, to: width)
        let before = max(0, width - DisplayWidth.of(cut)) / 2
        return line(String(repeating: " ", count: before) + cut, width: width, style)
    }

    /// Returns `text` in centred block letters; nil if they do not fit `width` columns or cannot be drawn.
    package static func big(_ text: String, scale: Int, width: Int, _ style: TextStyle = .plain) -> [StyledText]? {
        guard let needed = BigText.width(of: text, scale: scale), needed <= width,
            let rows = BigText.lines(text, scale: scale)
        else { return nil }
        return rows.map { centred($0, width: width, style) }
    }
}

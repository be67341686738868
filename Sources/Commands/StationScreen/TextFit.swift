/// Text cut to the room that there is, by the columns that it takes.
enum TextFit {
    /// Marks on one character beyond this are no writing, and would pile up over other lines.
    private static let mostScalars = 8

    /// `text` with nothing in it that could steer a terminal or climb out of its line.
    static func tame(_ text: String) -> String {
        let harmless = HarmlessText.of(text)
        if harmless.utf8.allSatisfy({ $0 < 0x80 }) { return harmless }
        return String(harmless.map { $0.unicodeScalars.count > mostScalars ? "\u{FFFD}" : $0 })
    }

    /// The beginning of `text` in exactly `width` columns: filled with spaces, or ended with … when it is longer.
    static func line(_ text: String, width: Int) -> String {
        let cut = cut(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
    }

    /// The beginning of `text` in at most `width` columns, ended with … when there is more.
    static func cut(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        guard DisplayWidth.of(text) > width else { return text }
        return prefix(of: text[...], width: width - 1) + "…"
    }

    /// `text` in lines of at most `width` columns, broken at spaces where that is possible; at most `most` lines, the last
    /// ended with … when there is more.
    static func wrap(_ text: String, width: Int, most: Int) -> [String] {
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
                // A character that is wider than the line still has to go somewhere.
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

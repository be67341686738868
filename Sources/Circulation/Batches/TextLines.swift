/// The lines of a text, trimmed, without blank lines.
///
/// CR, LF and CR LF end a line.
struct TextLines: Sequence {
    struct Line {
        /// The line number, from 1, counting blank lines.
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    /// The byte order mark that some programs put before UTF-8 text.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let lines: [Line]

    init(_ bytes: ArraySlice<UInt8>, limit: Int = .max) {
        var lines: [Line] = []
        var number = 1
        var start = bytes.startIndex
        var index = start
        while lines.count < limit {
            let isAtEnd = index == bytes.endIndex
            if isAtEnd || bytes[index] == 10 || bytes[index] == 13 {
                let line = Self.trimmed(bytes[start..<index])
                if !line.isEmpty { lines.append(Line(number: number, bytes: line)) }
                if isAtEnd { break }
                if bytes[index] == 13, index + 1 < bytes.endIndex, bytes[index + 1] == 10 { index += 1 }
                number += 1
                start = index + 1
            }
            index += 1
        }
        self.lines = lines
    }

    var first: Line? { lines.first }

    func makeIterator() -> IndexingIterator<[Line]> { lines.makeIterator() }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
        let rest = bytes.drop(while: isBlank)
        guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return [] }
        return rest[...last]
    }
}

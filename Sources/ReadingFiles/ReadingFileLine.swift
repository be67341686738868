public import Barcodes
public import Vocabulary

/// One code in a file of readings.
public struct ReadingFileLine: Sendable, Hashable {
    /// The line number in the file, from 1.
    public let number: Int
    /// The bytes as they stand in the file.
    public let bytes: [UInt8]
    /// When the code was read, by the terminal's clock; nil if the file gives no time.
    public var occurredAt: Timestamp?
    public var role: ReadingRole?
    public var symbology: Symbology?
    /// The terminal, if the file names it.
    public var scanner: ScannerName?
    /// The station, if the file names it.
    public var station: StationName?
    /// The source that the file names: terminal, station and user.
    ///
    /// Empty if it names none.
    package internal(set) var origin = ""
    /// The number of the upload that the line belongs to, in a file of several concatenated uploads.
    var upload = 0

    init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// The source of the line.
    ///
    /// Lines of one source share a session; lines without a name have one source for each upload.
    package var source: LineSource { LineSource(origin: origin, upload: origin.isEmpty ? upload : 0) }
}

/// The source of the lines of a file.
package struct LineSource: Sendable, Hashable {
    let origin: String
    let upload: Int
}

/// A line whose time is not yet decided.
struct LineDraft: Sendable {
    var line: ReadingFileLine
    /// The time as written in the file.
    var written = ""
    /// The instants that the written time may mean; empty if the file gives no time.
    var instants: [Timestamp] = []
}

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

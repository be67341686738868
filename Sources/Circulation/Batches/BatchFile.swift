import Barcodes
import Records

/// What a portable terminal uploaded, line by line.
public struct BatchFile: Sendable, Hashable {
    /// The most bytes of a file.
    public static let longest = 4 << 20
    /// The most codes of a file.
    public static let mostLines = 20_000

    public let format: BatchFormat
    /// In the order of the file.
    public let lines: [BatchLine]
    /// The whole file, for telling it from others.
    let bytes: [UInt8]

    /// Reads a file of which nothing can be trusted.
    ///
    /// A code may be anything, and is judged when it is interpreted; what a code cannot be understood without, its time,
    /// must be right.
    public init(parsing bytes: [UInt8], options: BatchOptions) throws(BatchFileError) {
        guard bytes.count <= Self.longest else { throw .tooLong }
        // A null byte is UTF-16 or no text.
        guard !bytes.contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw .notText
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let format = options.format ?? Self.format(of: content)
        let lines: [BatchLine]
        switch format {
        case .lines:
            lines = TextLines(content).map {
                BatchLine(number: $0.number, bytes: Array($0.bytes), occurredAt: nil, role: nil, scanner: nil)
            }
        case .csv: lines = try CSVBatch(options: options).lines(of: content)
        case .portable: lines = try PortableBatch(options: options).lines(of: content)
        }
        guard !lines.isEmpty else { throw .empty }
        guard lines.count <= Self.mostLines else { throw .tooManyLines }
        self.format = format
        self.lines = lines
        self.bytes = bytes
    }

    /// The lines in the order in which they were read: that of their times, where the file says them.
    var replayed: [BatchLine] {
        guard lines.allSatisfy({ $0.occurredAt != nil }) else { return lines }
        return lines.enumerated().sorted {
            ($0.element.occurredAt?.microseconds ?? 0, $0.offset) < (
                $1.element.occurredAt?.microseconds ?? 0, $1.offset
            )
        }.map(\.element)
    }

    /// A date stamp among the first lines makes the portable format, a separator in the first line CSV.
    private static func format(of content: ArraySlice<UInt8>) -> BatchFormat {
        let first = TextLines(content, limit: 3)
        if first.contains(where: { PortableBatch.stamp($0.bytes, word: "DATE", lengths: [6]) != nil }) {
            return .portable
        }
        return first.first.map { CSVBatch.separator(in: $0.bytes) != nil } == true ? .csv : .lines
    }
}

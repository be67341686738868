import Barcodes
import Localization
import Vocabulary

/// A file of readings uploaded from a portable terminal, line by line.
public struct ReadingFile: Sendable, Hashable {
    /// The maximum size of a file, in bytes.
    public static let longest = 4 << 20
    /// The maximum number of codes in a file.
    public static let mostLines = 20_000

    /// The age, in days, beyond which a reading is refused unless the sender accepts old times.
    ///
    /// A terminal whose battery ran out restarts with a date years in the past.
    static let oldest = 730

    public let format: ReadingFileFormat
    /// The lines in file order.
    public let lines: [ReadingFileLine]
    /// The lines in the order in which they were read: by their times if the file has times, otherwise in file order.
    public let replayed: [ReadingFileLine]
    /// Whether the file gives the times of its lines.
    ///
    /// Lines without times count as read now.
    public let hasTimes: Bool
    /// The bytes of the whole file, which distinguish it from other files.
    package let bytes: [UInt8]

    /// Parses an untrusted file.
    ///
    /// A code may be any bytes and is judged when it is interpreted. Whatever is needed to interpret it, such as its
    /// time and its source, must be valid.
    ///
    /// - Throws: ``ReadingFileError`` for the first line that cannot be used, or if the file is too long, empty or not
    ///   text.
    public init(parsing bytes: [UInt8], options: ReadingFileOptions) throws(ReadingFileError) {
        guard bytes.count <= Self.longest else { throw .tooLong }
        // A file with a null byte is UTF-16 or not text.
        guard !bytes.contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw .notText
        }
        let content = bytes.starts(with: TextLines.mark) ? bytes[3...] : bytes[...]
        let format = options.format ?? Self.format(of: content)
        let drafts: [LineDraft] =
            switch format {
            case .lines: Self.drafts(TextLines(content))
            case .csv: try CSVFile(options: options).drafts(of: content)
            case .portable: try PortableFile(options: options).drafts(of: content)
            }
        guard !drafts.isEmpty else { throw .empty }
        guard drafts.count <= Self.mostLines else { throw .tooManyLines }
        if let now = options.now, !options.acceptsOldTimes { try Self.refuseOldTimes(drafts, now) }
        let order = LineOrder(isOfOneTerminal: options.isOfOneTerminal)
        replayed = try order.arranged(drafts).map { draft in
            var line = draft.line
            line.occurredAt = draft.instants.first
            return line
        }
        self.format = format
        lines = replayed.sorted { $0.number < $1.number }
        hasTimes = drafts.contains { !$0.instants.isEmpty }
        self.bytes = bytes
    }

    /// Parses a file with one code a line.
    ///
    /// Concatenated uploads keep their marks: a byte order mark at the beginning or an end-of-file byte at the end.
    private static func drafts(_ lines: TextLines) -> [LineDraft] {
        var drafts: [LineDraft] = []
        var upload = 0
        for line in lines {
            var bytes = Array(line.bytes)
            if bytes == [0x1A] {
                upload += 1
                continue
            }
            if bytes.starts(with: TextLines.mark) {
                upload += 1
                bytes.removeFirst(3)
            }
            // Some programs put every field in quotation marks.
            if bytes.count > 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
                bytes = Array(bytes.dropFirst().dropLast())
            }
            guard !bytes.isEmpty else { continue }
            var draft = LineDraft(line: ReadingFileLine(number: line.number, bytes: bytes))
            draft.line.upload = upload
            drafts.append(draft)
        }
        return drafts
    }

    private static func refuseOldTimes(_ drafts: [LineDraft], _ now: Timestamp) throws(ReadingFileError) {
        let limit = now.advanced(bySeconds: -oldest * 86_400)
        guard let old = drafts.first(where: { draft in draft.instants.last.map { $0 < limit } ?? false }) else {
            return
        }
        let what = Message(
            "“\(old.written.prefix(48), "time")” is more than two years ago: was the terminal's clock reset? set it and "
                + "read again, or take the file with --old when its times are right"
        )
        throw .wrongLine(old.line.number, what)
    }

    /// Detects the format: a date stamp among the first lines means the portable format, a separator in most lines
    /// means CSV.
    private static func format(of content: ArraySlice<UInt8>) -> ReadingFileFormat {
        let first = TextLines(content, limit: 3)
        if first.contains(where: { PortableFile.stamp($0.bytes, word: "DATE", lengths: [6]) != nil }) {
            return .portable
        }
        return CSVFile.separator(of: content) == nil ? .lines : .csv
    }
}

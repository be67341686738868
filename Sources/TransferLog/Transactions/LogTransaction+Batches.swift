import GRDB
public import LogEntries
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Starts a new uploaded file.
    public func beginBatch() throws -> BatchNumber {
        try db.run("INSERT INTO batch (recordedAt) VALUES (?)", [.integer(now.microseconds)])
        return BatchNumber(rawValue: db.lastInsertedRowID)
    }

    /// Records that the line was stored as `reading`, so that it is not stored again; a known digest is left
    /// unchanged.
    public func remember(_ reading: ReadingNumber, of line: BatchLineDigest) throws {
        try db.run(
            "INSERT INTO batchLine (digest, reading) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
            [.blob(line.bytes), .integer(reading.rawValue)]
        )
    }

    /// Records that `reading` is a line of an upload without times, following the line `before`, or the first line.
    public func remember(_ reading: ReadingNumber, after before: ReadingNumber?) throws {
        try db.run(
            "INSERT INTO uploadedLine (reading, before) VALUES (?, ?)",
            [.integer(reading.rawValue), SQLValue(before?.rawValue)]
        )
    }
}

extension LogView {
    /// The reading that was stored for this line; nil when the line is new.
    public func reading(of line: BatchLineDigest) throws -> ReadingNumber? {
        try db.first("SELECT reading FROM batchLine WHERE digest = ?", [.blob(line.bytes)]) {
            ReadingNumber(rawValue: $0.integer(0))
        }
    }

    /// First lines of uploads without times whose content is `bytes`, newest first.
    public func uploads(beginningWith bytes: [UInt8], limit: Int) throws -> [StoredReading] {
        try uploadedLines("before IS NULL AND reading.bytes = ?", .blob(bytes), limit: limit)
    }

    /// Lines of uploads without times whose content is `bytes`, at any position, newest first.
    public func uploadedLines(_ bytes: [UInt8], limit: Int) throws -> [StoredReading] {
        try uploadedLines("reading.bytes = ?", .blob(bytes), limit: limit)
    }

    /// Lines that followed `line` in an upload without times, newest first.
    public func uploadedLines(after line: ReadingNumber, limit: Int) throws -> [StoredReading] {
        try uploadedLines("before = ?", .integer(line.rawValue), limit: limit)
    }

    /// The line before `line` in its upload; nil for the first.
    public func uploadedLine(before line: ReadingNumber) throws -> ReadingNumber? {
        try db.first("SELECT before FROM uploadedLine WHERE reading = ?", [.integer(line.rawValue)]) {
            $0.optionalInteger(0).map(ReadingNumber.init(rawValue:))
        } ?? nil
    }

    /// `condition` is one of those above.
    private func uploadedLines(_ condition: String, _ value: SQLValue, limit: Int) throws -> [StoredReading] {
        try db.all(
            Self.readingQuery + """
                 JOIN uploadedLine ON uploadedLine.reading = reading.number
                WHERE reading.batch IS NOT NULL AND \(condition)
                ORDER BY reading.number DESC LIMIT ?
                """,
            [value, .integer(Int64(limit))],
            value: Self.reading
        )
    }
}

import GRDB
public import Records

extension LogTransaction {
    /// Begins to take a file.
    public func beginBatch() throws -> BatchNumber {
        try db.cachedStatement(sql: "INSERT INTO batch (recordedAt) VALUES (?)").execute(
            arguments: [now.microseconds]
        )
        return BatchNumber(rawValue: db.lastInsertedRowID)
    }

    /// Keeps that the line is `reading`, so that it is never taken again.
    public func remember(_ reading: ReadingNumber, of line: BatchLineDigest) throws {
        try db.cachedStatement(sql: "INSERT INTO batchLine (digest, reading) VALUES (?, ?)").execute(
            arguments: [line.bytes.blob, reading.rawValue]
        )
    }
}

extension LogView {
    /// The reading that this line was kept as; nil when no file had it yet.
    public func reading(of line: BatchLineDigest) throws -> ReadingNumber? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT reading FROM batchLine WHERE digest = ?"),
            arguments: [line.bytes.blob]
        ).map(ReadingNumber.init(rawValue:))
    }
}

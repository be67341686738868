import FoundationEssentials
import GRDB
public import Records

extension LogTransaction {
    /// The run that the request with this key began; nil when it began none.
    ///
    /// The same key with another request is refused with ``TransferLogError/keyReused(_:)``.
    public func printBatch(of key: RequestKey) throws -> PrintBatchNumber? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, fingerprint FROM printBatch WHERE principal = ? AND key = ?"),
            arguments: [key.principal.description, key.text]
        )
        guard let row else { return nil }
        guard Array(row[1] as Data) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
        return PrintBatchNumber(rawValue: row[0])
    }

    /// Keeps that labels for `records` are to be printed, one each, in this order.
    public func beginPrintBatch(
        of records: [RecordID],
        template: String,
        printer: String,
        copies: Int,
        isMinted: Bool,
        reason: String?,
        despite: [String] = [],
        fields: [String: String] = [:],
        by principal: Principal,
        key: RequestKey?
    ) throws -> PrintBatchNumber {
        try db.cachedStatement(
            sql: """
                INSERT INTO printBatch (principal, key, fingerprint, template, printer, copies, isMinted, reason, startedAt,
                    state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
                """
        ).execute(
            arguments: [
                principal.description, key?.text, key?.fingerprint.blob, template, printer, copies, isMinted, reason,
                now.microseconds,
            ]
        )
        let number = db.lastInsertedRowID
        for (index, record) in records.enumerated() {
            try db.run(
                "INSERT INTO printLabel (batch, position, record, state) VALUES (?, ?, ?, 'waiting')",
                .integer(number),
                .integer(Int64(index + 1)),
                .integer(record.rawValue)
            )
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            try db.run(
                "INSERT INTO printField (batch, name, value) VALUES (?, ?, ?)",
                .integer(number),
                .text(name),
                .text(value)
            )
        }
        try note(despite: despite, of: PrintBatchNumber(rawValue: number), by: principal)
        return PrintBatchNumber(rawValue: number)
    }

    /// Keeps what became of labels of a run; the name of a job stays until there is another.
    public func mark(
        _ positions: [Int],
        of batch: PrintBatchNumber,
        as state: PrintedLabelState,
        job: Int?,
        jobName: String? = nil
    ) throws {
        for position in positions {
            try db.run(
                "UPDATE printLabel SET state = ?, job = ?, jobName = coalesce(?, jobName) WHERE batch = ? AND position = ?",
                .text(state.rawValue),
                SQLValue(job.map { Int64($0) }),
                SQLValue(jobName),
                .integer(batch.rawValue),
                .integer(Int64(position))
            )
        }
    }

    /// Keeps who had a run printed in spite of these kinds of trouble; who said so of a kind first remains.
    public func note(despite kinds: [String], of batch: PrintBatchNumber, by principal: Principal) throws {
        for kind in kinds {
            try db.run(
                "INSERT OR IGNORE INTO printOverride (batch, kind, principal) VALUES (?, ?, ?)",
                .integer(batch.rawValue),
                .text(kind),
                .text(principal.description)
            )
        }
    }

    /// Keeps why it is not known which media lie in the printer of a run; the first word remains.
    public func note(mediaDoubt word: String, of batch: PrintBatchNumber) throws {
        try db.run(
            "UPDATE printBatch SET mediaDoubt = coalesce(mediaDoubt, ?) WHERE number = ?",
            .text(word),
            .integer(batch.rawValue)
        )
    }

    /// Keeps what keeps a run from going on; nil when nothing does.
    public func note(_ trouble: PrintBatch.Trouble?, of batch: PrintBatchNumber) throws {
        try db.run(
            "UPDATE printBatch SET troubleKind = ?, troubleDetail = ? WHERE number = ?",
            SQLValue(trouble?.kind),
            SQLValue(trouble?.detail),
            .integer(batch.rawValue)
        )
    }

    /// Ends a run; why it was printed stands in the entries, from which it can be expunged.
    public func end(_ batch: PrintBatchNumber, as state: PrintBatch.State) throws {
        try db.run(
            "UPDATE printBatch SET state = ?, reason = NULL WHERE number = ?",
            .text(state.rawValue),
            .integer(batch.rawValue)
        )
        try db.run("DELETE FROM printField WHERE batch = ?", .integer(batch.rawValue))
    }

    /// Keeps how a printer was measured; nil forgets it.
    public func adjust(_ printer: String, to adjustment: PrinterAdjustment?) throws {
        try db.run("DELETE FROM printerAdjustment WHERE printer = ?", .text(printer))
        guard let adjustment else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO printerAdjustment (printer, offsetX, offsetY, scaleX, scaleY, measuredAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                printer, adjustment.offsetX, adjustment.offsetY, adjustment.scaleX, adjustment.scaleY,
                adjustment.measuredAt.microseconds,
            ]
        )
    }
}

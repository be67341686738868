import GRDB
import LogTables
public import Vocabulary

extension LogTransaction {
    /// The print batch that the request with this key started; nil when there is none.
    ///
    /// Throws ``TransferLogError/keyReused(_:)`` when the key belongs to another request.
    public func printBatch(of key: RequestKey) throws -> PrintBatchNumber? {
        let query = "SELECT number, fingerprint FROM printBatch WHERE principal = ? AND key = ?"
        return try db.first(query, [.text(key.principal.description), .text(key.text)]) { row in
            guard row.bytes(1) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
            return PrintBatchNumber(rawValue: row.integer(0))
        }
    }

    /// Creates a print batch with one label for each of `records`, in order.
    public func beginPrintBatch(
        of entities: [EntityID],
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
        try db.run(
            """
            INSERT INTO printBatch (principal, key, fingerprint, template, printer, copies, isMinted, reason, startedAt,
                state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
            """,
            [
                .text(principal.description), SQLValue(key?.text), key.map { .blob($0.fingerprint) } ?? .null,
                .text(template), .text(printer), .integer(Int64(copies)), SQLValue(isMinted), SQLValue(reason),
                .integer(now.microseconds),
            ]
        )
        let number = db.lastInsertedRowID
        for (index, entity) in entities.enumerated() {
            try db.run(
                "INSERT INTO printLabel (batch, position, record, state) VALUES (?, ?, ?, 'waiting')",
                [.integer(number), .integer(Int64(index + 1)), .integer(entity.rawValue)]
            )
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            try db.run(
                "INSERT INTO printField (batch, name, value) VALUES (?, ?, ?)",
                [.integer(number), .text(name), .text(value)]
            )
        }
        try note(despite: despite, of: PrintBatchNumber(rawValue: number), by: principal)
        return PrintBatchNumber(rawValue: number)
    }

    /// Sets the state of labels in a batch; the job name is kept unless a new one is given.
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
                [
                    .text(state.rawValue), SQLValue(job.map { Int64($0) }), SQLValue(jobName), .integer(batch.rawValue),
                    .integer(Int64(position)),
                ]
            )
        }
    }

    /// Records that a principal overrides these kinds of trouble for a batch; the first principal of each kind is
    /// kept.
    public func note(despite kinds: [String], of batch: PrintBatchNumber, by principal: Principal) throws {
        for kind in kinds {
            try db.run(
                "INSERT OR IGNORE INTO printOverride (batch, kind, principal) VALUES (?, ?, ?)",
                [.integer(batch.rawValue), .text(kind), .text(principal.description)]
            )
        }
    }

    /// Records why it is uncertain which media is loaded for a batch; the first reason is kept.
    public func note(mediaDoubt word: String, of batch: PrintBatchNumber) throws {
        try db.run(
            "UPDATE printBatch SET mediaDoubt = coalesce(mediaDoubt, ?) WHERE number = ?",
            [.text(word), .integer(batch.rawValue)]
        )
    }

    /// Records what stops a batch; nil for nothing.
    public func note(_ trouble: PrintBatch.Trouble?, of batch: PrintBatchNumber) throws {
        try db.run(
            "UPDATE printBatch SET troubleKind = ?, troubleDetail = ? WHERE number = ?",
            [SQLValue(trouble?.kind), SQLValue(trouble?.detail), .integer(batch.rawValue)]
        )
    }

    /// Ends a batch.
    ///
    /// Its reason is removed here and remains in the entries, where it can be expunged.
    public func end(_ batch: PrintBatchNumber, as state: PrintBatch.State) throws {
        try db.run(
            "UPDATE printBatch SET state = ?, reason = NULL WHERE number = ?",
            [.text(state.rawValue), .integer(batch.rawValue)]
        )
        try db.run("DELETE FROM printField WHERE batch = ?", [.integer(batch.rawValue)])
    }

    /// Stores the calibration of a printer; nil removes it.
    public func adjust(_ printer: String, to adjustment: PrinterAdjustment?) throws {
        try db.run("DELETE FROM printerAdjustment WHERE printer = ?", [.text(printer)])
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

public import Barcodes
import Localization
import LogTables
public import Vocabulary

extension LogView {
    /// The print batch with this number; nil when it does not exist.
    public func printBatch(_ number: PrintBatchNumber) throws -> PrintBatch? {
        try printBatches("number = ?", .integer(number.rawValue), limit: 1).first
    }

    /// Print batches before `cursor`, newest first; only open ones on request.
    ///
    /// A batch with only concealed entities is left out.
    public func printBatches(before cursor: PrintBatchNumber?, onlyOpen: Bool, limit: Int) throws -> [PrintBatch] {
        let condition = onlyOpen ? "state = 'open' AND number < ?" : "number < ?"
        return try printBatches(condition, .integer(cursor?.rawValue ?? .max), limit: limit)
    }

    /// The labels of a batch after position `cursor`; only those in one state on request.
    ///
    /// Positions count only labels that the caller may see.
    public func labels(
        of batch: PrintBatchNumber,
        in state: PrintedLabelState? = nil,
        after cursor: Int = 0,
        limit: Int
    ) throws -> [BatchLabel] {
        var labels: [BatchLabel] = []
        try db.each(
            """
            SELECT place, record, state, job, jobName FROM (
                SELECT row_number() OVER (ORDER BY position) AS place, record, state, job, jobName FROM printLabel
                WHERE batch = ?1 AND \(visible("printLabel.record"))
            )
            WHERE place > ?2 AND (?3 IS NULL OR state = ?3) ORDER BY place LIMIT ?4
            """,
            [.integer(batch.rawValue), .integer(Int64(cursor)), SQLValue(state?.rawValue), .integer(Int64(limit))]
        ) { row in
            guard let state = PrintedLabelState(rawValue: row.text(2)) else { return }
            labels.append(
                BatchLabel(
                    position: Int(row.integer(0)),
                    entity: row.entity(1),
                    state: state,
                    job: row.optionalInteger(3).map { Int($0) },
                    jobName: row.optionalText(4)
                )
            )
        }
        return labels
    }

    /// `condition` is one of those above, never external input.
    private func printBatches(_ condition: String, _ value: SQLValue, limit: Int) throws -> [PrintBatch] {
        try db.all(
            """
            SELECT number, principal, template, printer, copies, isMinted, reason, startedAt, state, troubleKind,
                troubleDetail, mediaDoubt
            FROM printBatch WHERE \(condition) AND \(visibleBatch("printBatch.number"))
            ORDER BY number DESC LIMIT ?
            """,
            [value, .integer(Int64(limit))]
        ) { row in
            let number = PrintBatchNumber(rawValue: row.integer(0))
            guard let principal = Principal(row.text(1)), let state = PrintBatch.State(rawValue: row.text(8)) else {
                throw TransferLogError.damaged(
                    Message("the run of labels \(number, "run") has an impossible principal or state")
                )
            }
            var trouble: PrintBatch.Trouble?
            if let kind = row.optionalText(9), let detail = row.optionalText(10) {
                trouble = PrintBatch.Trouble(kind: kind, detail: detail)
            }
            if let kind = trouble?.kind, try isPartlyConcealed(number) {
                // The detail may be about a label that is concealed from the caller.
                trouble = PrintBatch.Trouble(kind: kind, detail: "cannot go on: ask a supervisor")
            }
            return PrintBatch(
                number: number,
                principal: principal,
                template: row.text(2),
                printer: row.text(3),
                copies: Int(row.integer(4)),
                isMinted: row.integer(5) != 0,
                reason: row.optionalText(6),
                overrides: try overrides(of: number),
                mediaDoubt: row.optionalText(11),
                startedAt: row.moment(7),
                state: state,
                trouble: trouble,
                tally: try tally(of: number)
            )
        }
    }

    /// The doubtful label with this barcode, and its batch, if the barcode was minted for the batch and so is on no
    /// other label.
    public func doubtfulLabel(barcode: Barcode) throws -> (batch: PrintBatchNumber, position: Int)? {
        try db.first(
            """
            SELECT printLabel.batch, printLabel.position
            FROM barcode JOIN printLabel ON printLabel.record = barcode.record AND printLabel.state = 'doubtful'
                JOIN printBatch ON printBatch.number = printLabel.batch AND printBatch.isMinted = 1
            WHERE barcode.text = ? AND barcode.isPrimary = 1
            """,
            [.text(barcode.text)],
            value: { (PrintBatchNumber(rawValue: $0.integer(0)), Int($0.integer(1))) }
        )
    }

    /// The number of doubtful labels per batch, oldest batch first; includes cancelled batches.
    public func doubts() throws -> [PrintDoubt] {
        try db.all(
            """
            SELECT printLabel.batch, count(*), printBatch.mediaDoubt
            FROM printLabel JOIN printBatch ON printBatch.number = printLabel.batch
            WHERE printLabel.state = 'doubtful' AND \(visible("printLabel.record"))
            GROUP BY printLabel.batch ORDER BY printLabel.batch
            """
        ) { row in
            PrintDoubt(
                batch: PrintBatchNumber(rawValue: row.integer(0)),
                labels: Int(row.integer(1)),
                mediaDoubt: row.optionalText(2)
            )
        }
    }

    /// The field values that a clerk entered for all labels of an open batch.
    public func printFields(of batch: PrintBatchNumber) throws -> [String: String] {
        var fields: [String: String] = [:]
        try db.each("SELECT name, value FROM printField WHERE batch = ?", [.integer(batch.rawValue)]) { row in
            fields[row.text(0)] = row.text(1)
        }
        return fields
    }

    /// The overrides of a batch, in the order in which they were given.
    private func overrides(of batch: PrintBatchNumber) throws -> [PrintOverride] {
        let query = "SELECT kind, principal FROM printOverride WHERE batch = ? ORDER BY id"
        return try db.all(query, [.integer(batch.rawValue)]) { row in
            Principal(row.text(1)).map { PrintOverride(kind: row.text(0), by: $0) }
        }.compactMap(\.self)
    }

    /// Whether some labels of the batch belong to entities concealed from the caller.
    public func isPartlyConcealed(_ batch: PrintBatchNumber) throws -> Bool {
        let isVisible = visible("printLabel.record")
        guard isVisible != "1" else { return false }
        return try count("printLabel WHERE batch = ? AND NOT \(isVisible)", [.integer(batch.rawValue)]) > 0
    }

    private func tally(of batch: PrintBatchNumber) throws -> PrintTally {
        var tally = PrintTally()
        try db.each(
            "SELECT state, count(*) FROM printLabel WHERE batch = ? AND \(visible("printLabel.record")) GROUP BY state",
            [.integer(batch.rawValue)]
        ) { row in
            if let state = PrintedLabelState(rawValue: row.text(0)) { tally[state] = Int(row.integer(1)) }
        }
        return tally
    }
}

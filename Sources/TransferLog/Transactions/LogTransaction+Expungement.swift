import Barcodes
import GRDB
import LogProof
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Erases all texts about `subject`, and readings of its foreign barcodes; returns the number erased.
    ///
    /// Entries stay unchanged: they contain commitments, which cannot be opened without text and salt.
    /// ``TransferLog/scrub()`` then removes the texts from the files too.
    public func eraseTexts(of subject: EntityID) throws -> Int {
        var erased = try eraseReadings(of: subject)
        try eraseSearchTexts(of: subject)
        try forgetReplies()
        try forgetRequests(about: subject)
        try db.run(
            "DELETE FROM text WHERE entry IN (SELECT entry FROM history WHERE record = ?)",
            [.integer(subject.rawValue)]
        )
        erased += db.changesCount
        return erased
    }

    /// Erases the readings whose bytes contain one of the entity's foreign barcodes.
    private func eraseReadings(of subject: EntityID) throws -> Int {
        // Each half uses an index of its own.
        let numbers = try db.all(
            """
            SELECT text FROM barcode WHERE record = ?1 AND isPrimary = 1
            UNION ALL SELECT text FROM barcode WHERE record = ?1 AND isPrimary = 0
            """,
            [.integer(subject.rawValue)]
        ) { $0.text(0) }
        var erased = 0
        for number in numbers where (try? MintedBarcode(parsing: number)) == nil {
            let containing = "SELECT number FROM reading WHERE instr(bytes, ?) > 0"
            let readings = try db.all(containing, [.blob(Array(number.utf8))]) { $0.integer(0) }
            for reading in readings {
                try db.run("UPDATE reading SET bytes = x'' WHERE number = ?", [.integer(reading)])
            }
            try forgetRequests("reading IN (SELECT value FROM json_each(?1))", Self.json(readings))
            erased += readings.count
        }
        return erased
    }

    /// Deletes the requests about `subject`, whose text could be guessed from their digests, and the reasons for
    /// reprinting its labels, which are stored with the print batch.
    ///
    /// Their keys are deleted too: a request repeated with such a key is a new one, as in a log that never had
    /// `subject`. A key that stayed in use would reveal that an entity was expunged.
    private func forgetRequests(about subject: EntityID) throws {
        try forgetRequests(
            """
            EXISTS (
                SELECT 1 FROM history
                WHERE record = ?1 AND entry BETWEEN request.firstEntry AND request.lastEntry
            )
            """,
            .integer(subject.rawValue)
        )
        try forgetRequests(
            """
            EXISTS (
                SELECT 1 FROM requestRecord AS named
                WHERE named.record = ?1 AND named.principal = request.principal AND named.key = request.key
            )
            """,
            .integer(subject.rawValue)
        )
        try db.run(
            """
            UPDATE printBatch SET reason = NULL, key = NULL, fingerprint = NULL
            WHERE number IN (SELECT batch FROM printLabel WHERE record = ?)
            """,
            [.integer(subject.rawValue)]
        )
    }

    private func forgetRequests(_ condition: String, _ numbers: SQLValue) throws {
        try db.run("DELETE FROM request WHERE \(condition)", [numbers])
    }

    private static func json(_ numbers: [Int64]) -> SQLValue {
        .text(String(decoding: JSONValue.array(numbers.map { .integer($0) }).canonicalBytes, as: UTF8.self))
    }
}

extension LogView {
    /// The newest request to expunge `subject` that has not been executed.
    public func expungementRequest(for subject: EntityID) throws -> Entry? {
        let query = "SELECT entry FROM history WHERE record = ? AND kind IS NULL ORDER BY entry DESC"
        for number in try db.all(query, [.integer(subject.rawValue)], value: { $0.integer(0) }) {
            let entry = try entry(EntryNumber(rawValue: number))
            guard case .expunged(let expungement) = entry.fact else { continue }
            return expungement.stage == .requested ? entry : nil
        }
        return nil
    }
}

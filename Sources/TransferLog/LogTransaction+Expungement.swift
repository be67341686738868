import Barcodes
import FoundationEssentials
import GRDB
public import Records

extension LogTransaction {
    /// Erases every text about `subject`, and what readings said of its own numbers; returns how many are gone.
    ///
    /// Entries stay as they are: they hold commitments, which nobody can open without text and salt.
    /// ``TransferLog/scrub()`` then takes the texts out of the files too.
    public func eraseTexts(of subject: RecordID) throws -> Int {
        var erased = try eraseReadings(of: subject)
        try eraseSearchTexts(of: subject)
        try forgetTold()
        try forgetRequests(about: subject)
        try db.execute(
            sql: "DELETE FROM text WHERE entry IN (SELECT entry FROM history WHERE record = ?)",
            arguments: [subject.rawValue]
        )
        erased += db.changesCount
        return erased
    }

    /// Readings whose bytes hold one of the numbers that Outguide did not mint.
    private func eraseReadings(of subject: RecordID) throws -> Int {
        // Each half has an index of its own.
        let numbers = try String.fetchAll(
            db,
            sql: """
                SELECT text FROM barcode WHERE record = :subject AND isPrimary = 1
                UNION ALL SELECT text FROM barcode WHERE record = :subject AND isPrimary = 0
                """,
            arguments: ["subject": subject.rawValue]
        )
        var erased = 0
        for number in numbers where (try? MintedBarcode(parsing: number)) == nil {
            let readings = try Int64.fetchAll(
                db,
                sql: "SELECT number FROM reading WHERE instr(bytes, ?) > 0",
                arguments: [Data(number.utf8)]
            )
            for reading in readings { try db.run("UPDATE reading SET bytes = x'' WHERE number = ?", .integer(reading)) }
            try forgetRequests("reading IN (SELECT value FROM json_each(?1))", Self.json(readings))
            erased += readings.count
        }
        return erased
    }

    /// Forgets the requests about `subject`, whose words could be guessed from their digests, and why its labels were
    /// printed again, which is kept with the run.
    ///
    /// Their keys go too: a request that is sent again with such a key is a new one, as in a log that never had `subject`.
    /// A key that stayed used would show that something was expunged.
    private func forgetRequests(about subject: RecordID) throws {
        try forgetRequests(
            """
            EXISTS (
                SELECT 1 FROM history
                WHERE record = ?1 AND entry BETWEEN request.firstEntry AND request.lastEntry
            )
            """,
            .integer(subject.rawValue)
        )
        try db.run(
            """
            UPDATE printBatch SET reason = NULL, key = NULL, fingerprint = NULL
            WHERE number IN (SELECT batch FROM printLabel WHERE record = ?)
            """,
            .integer(subject.rawValue)
        )
    }

    private func forgetRequests(_ condition: String, _ numbers: SQLValue) throws {
        try db.run("DELETE FROM request WHERE \(condition)", numbers)
    }

    private static func json(_ numbers: [Int64]) -> SQLValue {
        .text(String(decoding: CanonicalJSON.array(numbers.map { .integer($0) }).bytes, as: UTF8.self))
    }
}

extension LogView {
    /// The newest request to expunge `subject` that nobody carried out yet.
    public func expungementRequest(for subject: RecordID) throws -> Entry? {
        let numbers = try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT entry FROM history WHERE record = ? AND kind IS NULL ORDER BY entry DESC"
            ),
            arguments: [subject.rawValue]
        )
        for number in numbers {
            let entry = try entry(EntryNumber(rawValue: number))
            guard case .expunged(let expungement) = entry.fact else { continue }
            return expungement.stage == .requested ? entry : nil
        }
        return nil
    }
}

import Localization
import LogEntries
import LogTables
import Vocabulary

extension LogTransaction {
    /// Appends an entry that commits to new readings and new rows of the access record, at most `limit` of each; returns
    /// false if there are none.
    ///
    /// The rows are hashed here, so that storing readings and recording accesses cost nothing more.
    public func commitEvidence(limit: Int) throws -> Bool {
        let head = try view.committedEvidence()
        guard var readings = head.chain(of: .reading), var accesses = head.chain(of: .access) else {
            throw TransferLogError.damaged(Message("the newest commitment to readings cannot be read"))
        }
        let added = [try add(.reading, to: &readings, limit: limit), try add(.access, to: &accesses, limit: limit)]
        guard added.contains(where: { $0 > 0 }) else { return false }
        let event = LogEvent.evidenceCommitted(EvidenceHead(readings: readings, accesses: accesses))
        try append(.log(event), by: Attribution(principal: .daemon))
        return added.contains(limit)
    }

    private func add(_ source: EvidenceSource, to chain: inout EvidenceChain, limit: Int) throws -> Int {
        var rows: [EvidenceSource.Row] = []
        try db.each(source.newRows, [.integer(chain.number), .integer(Int64(limit))]) { row in
            if let row = source.row(row) { rows.append(row) }
        }
        for row in rows {
            let salt = freshSalt().bytes
            let commitment = EvidenceChain.commitment(to: row.secret, salt: salt)
            try db.run(
                "INSERT INTO evidence (source, number, at, commitment, salt) VALUES (?, ?, ?, ?, ?)",
                [.text(source.rawValue), .integer(row.number), .integer(row.at), .blob(commitment), .blob(salt)]
            )
            chain.add(number: row.number, at: row.at, commitment: commitment, open: row.open)
        }
        return rows.count
    }
}

extension LogView {
    /// The readings and access rows to which the newest such entry commits.
    func committedEvidence() throws -> EvidenceHead {
        let query = "SELECT readings, readingsHash, accesses, accessesHash FROM committedEvidence"
        return try db.first(query) { row in
            EvidenceHead(
                readings: row.integer(0),
                readingsHash: row.text(1),
                accesses: row.integer(2),
                accessesHash: row.text(3)
            )
        } ?? .none
    }
}

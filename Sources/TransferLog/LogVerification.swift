import GRDB
import LogProof
import Records

/// Goes through the whole log and says what does not fit.
///
/// It keeps one entry at a time in memory; what follows from the entries is made anew in a temporary file.
struct LogVerification {
    /// Problems that are listed; of more than these only the first are told.
    static let mostProblems = 100

    private let view: LogView
    private let scratch: Database
    private var frontier = TreeFrontier()
    private var problems: [String] = []

    /// Entries against their hashes, hashes against the tree, texts against their commitments, and the
    /// projections against a replay into `scratch`, an empty database.
    static func findings(in db: Database, scratch: Database) throws -> LogFindings {
        var verification = LogVerification(view: LogView(db: db), scratch: scratch)
        try scratch.inTransaction {
            try verification.run()
            return .commit
        }
        let head = verification.frontier.head
        return LogFindings(entries: head.size, head: head, problems: verification.problems)
    }

    private init(view: LogView, scratch: Database) {
        self.view = view
        self.scratch = scratch
    }

    private mutating func run() throws {
        let integrity = try String.fetchAll(view.db, sql: "PRAGMA integrity_check(20)")
        if integrity != ["ok"] { problems += integrity.map { "the database is damaged: \($0)" } }
        do {
            try checkEntries()
        } catch let error as TransferLogError {
            problems.append("entry \(frontier.size): \(error)")
        }
        if problems.isEmpty { try compareProjections() }
    }

    private mutating func checkEntries() throws {
        let entries = try EntryCursor(in: view.db, after: EntryNumber(rawValue: 0))
        while problems.count < Self.mostProblems, let row = try entries.next() {
            guard row.number.rawValue == frontier.size + 1 else {
                problems.append("entry \(frontier.size + 1) is missing")
                return
            }
            try check(row)
        }
    }

    private mutating func check(_ row: EntryRow) throws {
        for node in frontier.append(TreeHash(ofLeaf: row.body)) {
            if node.id.level == 0 {
                guard row.leafHash != node.hash else { continue }
                problems.append("entry \(row.number) is not what was written: its bytes do not fit their hash")
            } else if try view.treeNode(node.id) != node.hash {
                problems.append("node \(node.id) of the tree does not fit the entries below it")
            }
        }
        let stored = try row.stored()
        let entry = try stored.entry()
        if entry.number != row.number { problems.append("entry \(row.number) says that it is entry \(entry.number)") }
        try checkTexts(of: entry, in: row, against: stored.commitments)
        if problems.isEmpty { try Projections.apply(entry, in: scratch, of: view) }
    }

    private mutating func checkTexts(
        of entry: Entry,
        in row: EntryRow,
        against commitments: [(field: String, hexadecimal: String?)]
    ) throws {
        for opening in row.openings {
            let commitment = Commitment(to: opening.text, salt: opening.salt).hexadecimal
            guard !commitments.contains(where: { $0 == (opening.field, commitment) }) else { continue }
            problems.append("the \(opening.field) of entry \(row.number) is not what was written")
        }
        for (field, _) in commitments where !row.openings.contains(where: { $0.field == field }) {
            // What a newer version may have erased is not known.
            if case .unknown = entry.fact { continue }
            if let subject = entry.subject, try wasExpunged(subject, after: row.number) { continue }
            problems.append("the \(field) of entry \(row.number) is gone, and nobody expunged it")
        }
    }

    private func wasExpunged(_ subject: RecordID, after number: EntryNumber) throws -> Bool {
        var later: [EntryNumber] = []
        try view.db.each(
            "SELECT entry FROM history WHERE record = ? AND entry >= ? AND kind IS NULL",
            .integer(subject.rawValue),
            .integer(number.rawValue)
        ) { later.append(EntryNumber(rawValue: $0.integer(0))) }
        return try later.contains { number in
            guard case .expunged(let expungement) = try view.entry(number).fact else { return false }
            return expungement.stage != .requested
        }
    }

    private mutating func compareProjections() throws {
        let differences = try ProjectionDigest(of: view.db).differences(from: try ProjectionDigest(of: scratch))
        problems += differences.map {
            "the table \($0) is not what follows from the entries; outguide log rebuild makes it anew"
        }
    }
}

import GRDB
import Localization
import LogEntries
import LogProof
import LogTables
import Vocabulary

/// Verifies the whole log and reports what does not match.
///
/// Holds one entry at a time in memory; the derived tables are rebuilt in a temporary database.
struct LogVerification {
    /// Maximum number of problems listed; further ones are only counted.
    static let mostProblems = 100

    private let view: LogView
    private let scratch: Database
    private let meter: WorkMeter?
    private var frontier = TreeFrontier()
    private var problems: [Message] = []
    private var total = 0
    /// Whether a step stopped before it was complete.
    private var isCutShort = false
    /// The key named by the newest entry about keys.
    private var key: String?
    /// Whether the previous entry records that the clock was set; a move decided before it may state an earlier time.
    private var isAfterClockStep = false
    /// Checks what entries commit to beside the log; nil until the first such entry.
    private var evidence: EvidenceCheck?
    /// A derived table that is wrong although everything else is right.
    private var staleTable: TransferLogError?

    /// Verifies entries against their hashes, hashes against the tree, texts against their commitments, and the
    /// derived tables against a replay into `scratch`, an empty database.
    static func findings(in db: Database, scratch: Database, meter: WorkMeter?) throws -> LogFindings {
        var verification = LogVerification(view: LogView(db: db), scratch: scratch, meter: meter)
        try scratch.inTransaction {
            try verification.run()
            return .commit
        }
        let head = verification.frontier.head
        return LogFindings(
            entries: head.size,
            head: head,
            problems: verification.problems,
            total: verification.total,
            isComplete: verification.total == verification.problems.count && !verification.isCutShort,
            trouble: verification.staleTable
        )
    }

    private init(view: LogView, scratch: Database, meter: WorkMeter?) {
        self.view = view
        self.scratch = scratch
        self.meter = meter
    }

    private mutating func run() throws {
        try noting(Message("the database is damaged")) { try $0.checkFile() }
        try noting(Message("the tables cannot be looked at")) { try $0.checkSchema() }
        try noting(Message("the readings cannot be looked at")) { try $0.checkReadings() }
        try noting(Message("what comes after the last of these entries cannot be read")) { try $0.checkEntries() }
        // Tables derived from wrong entries are wrong too, so they are compared only when the entries are right.
        if problems.isEmpty { try compareTables() } else { isCutShort = true }
    }

    /// Runs `step`.
    ///
    /// Damage that stops it is reported as a problem, and verification continues with the next step.
    private mutating func noting(_ problem: Message, _ step: (inout LogVerification) throws -> Void) throws {
        do {
            try step(&self)
        } catch {
            guard case .damaged(let what)? = TransferLogError.translating(error) as? TransferLogError else {
                throw error
            }
            report(Message("\(problem, "what"): \(what, "reason")"))
            isCutShort = true
        }
    }

    private mutating func report(_ problem: Message) {
        total += 1
        if problems.count < Self.mostProblems { problems.append(problem) }
    }

    private mutating func checkFile() throws {
        meter?.report(WorkProgress(.file))
        let rows = try String.fetchAll(view.db, sql: "PRAGMA integrity_check(\(Self.mostProblems))")
        guard rows != ["ok"] else { return }
        // SQLite stops after this many problems.
        if rows.count >= Self.mostProblems { isCutShort = true }
        // SQLite returns several lines in one row, below a heading.
        let lines = rows.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("***") }
        for line in lines {
            if let error = Self.obstacle(in: line) { throw error }
            report(Message("the database is damaged: \(line, "reason")"))
        }
    }

    /// The error that prevented SQLite from reading a page, if the line reports one; it does not imply damage to the
    /// page.
    ///
    /// `PRAGMA integrity_check` reports every failure as a line of text; a failure to read a page ends with its
    /// extended result code (checkAppendMsg in btree.c of SQLite).
    static func obstacle(in line: some StringProtocol) -> TransferLogError? {
        guard let code = line.split(separator: "error code=").last.flatMap({ Int32($0) }) else { return nil }
        let failure = TransferLogError(DatabaseError(resultCode: ResultCode(rawValue: code), message: String(line)))
        return failure.mayPass ? failure : nil
    }

    private mutating func checkSchema() throws {
        guard try !Schema.isSuperseded(view.db) else { return }
        for name in try Schema.differences(in: view.db) {
            report(Message("the \(name, "table") is not what outguided made"))
        }
    }

    /// Readings are numbered without gaps and are never deleted.
    private mutating func checkReadings() throws {
        let counts = try view.db.first("SELECT count(*), coalesce(max(number), 0) FROM reading") { row in
            (there: row.integer(0), newest: row.integer(1))
        }
        guard let counts, counts.there != counts.newest else { return }
        let newest = MessageArgument.number(counts.newest)
        report(
            Message(
                "there is {count} reading, and the newest is reading \(newest, "reading")",
                plural: "there are {count} readings, and the newest is reading \(newest, "reading")",
                count: Int(counts.there)
            )
        )
    }

    /// The reading of an entry must come from the station and the scanner that the entry names.
    private mutating func checkReading(of entry: Entry) throws {
        guard let number = entry.reading else { return }
        let question = "SELECT station, scanner FROM reading WHERE number = ?"
        let found = try view.db.first(question, [.integer(number.rawValue)]) { ($0.text(0), $0.optionalText(1)) }
        guard let found else {
            return report(
                Message("reading \(number, "reading"), which led to entry \(entry.number, "entry"), is gone")
            )
        }
        let isTheSame = entry.station.map { $0.text == found.0 } ?? true
        guard !isTheSame || entry.scanner.map({ $0.text != found.1 }) ?? false else { return }
        report(
            Message(
                "reading \(number, "reading") came from elsewhere than entry \(entry.number, "entry"), to which it led, "
                    + "says"
            )
        )
    }

    private mutating func checkEntries() throws {
        let newest = try view.newestEntry()?.rawValue
        let entries = try EntryCursor(in: view.db, after: EntryNumber(rawValue: 0))
        while let row = try entries.next() {
            guard row.number.rawValue == frontier.size + 1 else {
                let missing = EntryNumber(rawValue: frontier.size + 1)
                report(Message("entry \(missing, "entry") is missing"))
                isCutShort = true
                return
            }
            meter?.report(.entries, done: row.number.rawValue, of: newest)
            try check(row)
        }
        try noting(Message("what was committed to cannot be looked at")) { verification in
            for problem in try verification.evidence?.leftovers() ?? [] { verification.report(problem) }
        }
    }

    /// What stands beside the log is what an entry commits to.
    private mutating func checkEvidence(_ head: EvidenceHead, in entry: EntryNumber) throws {
        var check = try evidence ?? EvidenceCheck(of: view)
        for problem in try check.problems(of: head, in: entry) { report(problem) }
        evidence = check
    }

    private mutating func check(_ row: EntryRow) throws {
        for node in try view.entryTable.strays(appending: row, to: &frontier) {
            report(
                node.level == 0
                    ? Message("entry \(row.number, "entry") is not what was written: its bytes do not fit their hash")
                    : Message("node \(node, "node") of the tree does not fit the entries below it")
            )
        }
        do {
            let stored = try row.stored()
            let entry = try stored.entry()
            if entry.number != row.number {
                report(Message("entry \(row.number, "entry") says that it is entry \(entry.number, "claim")"))
            }
            try checkTexts(of: entry, in: row, against: stored.commitments)
            checkKey(of: stored, in: entry)
            if case .log(.evidenceCommitted(let head)) = entry.fact {
                try noting(Message("what was committed to cannot be looked at")) {
                    try $0.checkEvidence(head, in: entry.number)
                }
            }
            try checkReading(of: entry)
            if problems.isEmpty, stored.hasNonce { try checkOrigin(of: entry) }
            if problems.isEmpty { try TableSets.replay(entry, in: scratch, of: view.entryTable) }
        } catch let error as LogDamage {
            report(Message("entry \(row.number, "entry") cannot be read: \(error.what, "reason")"))
        } catch let error as TransferLogError {
            report(Message("entry \(row.number, "entry") cannot be read: \(error.what, "reason")"))
        }
    }

    /// Each change of keys must name the previous key; another key was not authorised by the log.
    private mutating func checkKey(of stored: StoredEntry, in entry: Entry) {
        let isAboutKeys = if case .log(.keyRotated) = entry.fact { true } else { entry.number.rawValue == 1 }
        guard isAboutKeys, let new = stored.newKey else { return }
        if let key, let old = stored.oldKey, old != key {
            report(
                Message(
                    "entry \(entry.number, "entry") changes another key than the one that the entries before it name"
                )
            )
        }
        key = new
    }

    /// A move must state where the entity was according to the earlier entries.
    ///
    /// Earlier versions, whose entries have no nonce, took the origin from a table alone.
    private mutating func checkOrigin(of entry: Entry) throws {
        defer {
            isAfterClockStep =
                switch entry.fact {
                case .log(.clockSteppedBack), .log(.clockSteppedForward): true
                default: false
                }
        }
        guard case .transferred(let transfer) = entry.fact, !(entry.isBackDated && isAfterClockStep) else { return }
        let moment = entry.isBackDated ? entry.occurredAt : nil
        let places = try LogView(db: scratch).placements(of: [transfer.subject], at: moment)
        guard places[transfer.subject] ?? .unknown != transfer.from else { return }
        report(
            Message(
                "entry \(entry.number, "entry") says that its subject came from where it was not, by the entries before it"
            )
        )
    }

    private mutating func checkTexts(
        of entry: Entry,
        in row: EntryRow,
        against commitments: [(field: String, hexadecimal: String?)]
    ) throws {
        for opening in row.openings {
            let commitment = Commitment(to: opening.text, salt: opening.salt).hexadecimal
            guard !commitments.contains(where: { $0 == (opening.field, commitment) }) else { continue }
            report(Message("the \(opening.field, "text") of entry \(row.number, "entry") is not what was written"))
        }
        for (field, _) in commitments where !row.openings.contains(where: { $0.field == field }) {
            // It is unknown which texts a newer version may have erased.
            if case .unknown = entry.fact { continue }
            let subjects = try (entry.subject.map { [$0] } ?? []) + view.parties(of: entry)
            if try subjects.contains(where: { try wasExpunged($0, after: row.number) }) { continue }
            report(
                Message(
                    "the \(field, "text") of entry \(row.number, "entry") is gone, and no expungement explains it"
                )
            )
        }
    }

    private func wasExpunged(_ subject: EntityID, after number: EntryNumber) throws -> Bool {
        let later = try view.db.all(
            "SELECT entry FROM history WHERE record = ? AND entry > ? AND kind IS NULL",
            [.integer(subject.rawValue), .integer(number.rawValue)]
        ) { $0.entry(0) }
        return later.contains { number in
            guard case .expunged(let expungement) = try? view.entry(number).fact else { return false }
            return expungement.stage != .requested
        }
    }

    private mutating func compareTables() throws {
        try TableSets.complete(in: scratch)
        meter?.report(WorkProgress(.tables))
        let differences = try TableDigest(of: view.db).differences(from: try TableDigest(of: scratch))
        let words =
            try differences.map { Message("the table \($0, "table") is not what follows from the entries") }
            + TableSets.problems(in: view.db).map { Message(verbatim: $0) }
        for word in words { report(Message("\(word, "what"); outguide log rebuild makes it anew")) }
        staleTable = words.first.map { .staleTables($0) }
    }
}

extension TransferLogError {
    /// The description of the damage, without the surrounding sentence.
    fileprivate var what: Message {
        guard case .damaged(let what) = self else { return message }
        return what
    }
}

import GRDB
import LogProof
import Records

/// Goes through the whole log and says what does not fit.
enum LogVerification {
    /// Problems that are listed; of more than these only the first are told.
    static let mostProblems = 100

    /// Entries against their hashes, hashes against the tree, texts against their commitments, and the
    /// projections against a replay into `scratch`, an empty database.
    static func findings(in db: Database, scratch: Database) throws -> LogFindings {
        let view = LogView(db: db)
        var problems: [String] = []
        let integrity = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
        if integrity != ["ok"] { problems += integrity.map { "the database is damaged: \($0)" } }
        let newest = try view.newestEntry()?.rawValue ?? 0
        var frontier = TreeFrontier()
        var number: Int64 = 0
        while number < newest, problems.count < mostProblems {
            number += 1
            do {
                try check(EntryNumber(rawValue: number), in: view, frontier: &frontier, problems: &problems)
            } catch let error as TransferLogError {
                problems.append("entry \(number): \(error)")
                break
            }
        }
        let isWhole = number == newest && problems.isEmpty
        if isWhole { problems += try projectionProblems(of: db, scratch: scratch) }
        return LogFindings(entries: number, head: frontier.head, problems: problems)
    }

    private static func check(
        _ number: EntryNumber,
        in view: LogView,
        frontier: inout TreeFrontier,
        problems: inout [String]
    ) throws {
        let body = try view.body(of: number)
        for node in frontier.append(TreeHash(ofLeaf: body)) where try view.treeNode(node.id) != node.hash {
            problems.append(
                node.id.level == 0
                    ? "entry \(number) is not what was written: its bytes do not fit their hash"
                    : "node \(node.id) of the tree does not fit the entries below it"
            )
        }
        let entry = try view.entry(number)
        if entry.number != number { problems.append("entry \(number) says that it is entry \(entry.number)") }
        let commitments = StoredEntry.commitments(in: body)
        for (field, salt, text) in try view.openings(of: number)
        where commitments[field] != Commitment(to: text, salt: salt).hexadecimal {
            problems.append("the \(field) of entry \(number) is not what was written")
        }
    }

    private static func projectionProblems(of db: Database, scratch: Database) throws -> [String] {
        try LogRebuild.replay(from: db, into: scratch)
        let differences = try ProjectionDigest(of: db).differences(from: try ProjectionDigest(of: scratch))
        return differences.map {
            "the table \($0) is not what follows from the entries; outguide log rebuild makes it anew"
        }
    }
}

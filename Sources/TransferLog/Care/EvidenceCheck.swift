import Localization
import LogEntries
import LogProof
import LogTables
import Vocabulary

/// Verifies readings and the access record against the entries that commit to them.
struct EvidenceCheck {
    private let view: LogView
    private var chains: [EvidenceSource: EvidenceChain] = [:]
    /// The time of the newest row of the access record; rows over a year older may have been pruned.
    private let newestAccess: Int64
    /// The newest entry that erased texts.
    private let newestExpungement: Int64

    init(of view: LogView) throws {
        self.view = view
        for source in EvidenceSource.allCases { chains[source] = EvidenceHead.none.chain(of: source) }
        newestAccess = try view.db.first("SELECT at FROM access ORDER BY number DESC LIMIT 1") { $0.integer(0) } ?? 0
        newestExpungement =
            try view.db.first("SELECT max(entry) FROM restriction WHERE level = 3") { $0.optionalInteger(0) ?? 0 } ?? 0
    }

    /// A description of the first mismatch of each source with `head`, to which `entry` commits.
    mutating func problems(of head: EvidenceHead, in entry: EntryNumber) throws -> [Message] {
        try EvidenceSource.allCases.compactMap { try problem(of: $0, head, in: entry) }
    }

    /// Descriptions of commitments that no entry makes.
    func leftovers() throws -> [Message] {
        try EvidenceSource.allCases.compactMap { source in
            let last = chains[source]?.number ?? 0
            let query = "SELECT min(number) FROM evidence WHERE source = ? AND number > ?"
            let number = try view.db.first(query, [.text(source.rawValue), .integer(last)]) { $0.optionalInteger(0) }
            return number.flatMap(\.self).map { Message("no entry makes the commitment to \(source.name($0), "row")") }
        }
    }

    private mutating func problem(
        of source: EvidenceSource,
        _ head: EvidenceHead,
        in entry: EntryNumber
    ) throws -> Message? {
        guard let claimed = head.chain(of: source) else {
            return Message("the hashes of entry \(entry, "entry") are none")
        }
        guard var chain = chains[source] else { return nil }
        let before = chain
        // Later rows are verified from this entry's hash, so that one mismatch is reported once.
        chains[source] = claimed
        guard claimed.number >= before.number else {
            return Message(
                "entry \(entry, "entry") commits to less than an entry before it: up to "
                    + "\(source.name(claimed.number), "row")"
            )
        }
        var problem: Message?
        try view.db.each(source.committedRows, [.integer(before.number), .integer(claimed.number)]) { row in
            guard problem == nil else { return }
            let (number, at) = (row.integer(0), row.integer(1))
            let isFirst = source == .access && chain.number == 0
            guard isFirst || number == chain.number + 1 else {
                problem = Message("the commitment to \(source.name(chain.number + 1), "row") is gone")
                return
            }
            let commitment = row.bytes(2)
            let salt = row.isNull(3) ? nil : row.bytes(3)
            let found = source.row(row, from: 4)
            problem = self.problem(of: source, number, at, commitment, salt, found, committedIn: entry)
            chain.add(number: number, at: at, commitment: commitment, open: found?.open ?? JSONMembers())
        }
        if let problem { return problem }
        guard chain.number == claimed.number else {
            return Message("the commitment to \(source.name(chain.number + 1), "row") is gone")
        }
        guard chain.hash == claimed.hash else {
            let first = source.name(before.number + 1)
            let last = MessageArgument.number(claimed.number)
            return Message(
                "\(first, "row") or one after it, up to \(last, "last"), is not what entry \(entry, "entry") commits to"
            )
        }
        return nil
    }

    private func problem(
        of source: EvidenceSource,
        _ number: Int64,
        _ at: Int64,
        _ commitment: [UInt8],
        _ salt: [UInt8]?,
        _ found: EvidenceSource.Row?,
        committedIn entry: EntryNumber
    ) -> Message? {
        let name = source.name(number)
        guard let found else {
            let mayBePruned = source == .access && salt == nil && at <= newestAccess - Self.year
            return mayBePruned ? nil : Message("\(name, "row") is gone")
        }
        guard found.at == at else { return Message("\(name, "row") is not what was recorded") }
        guard let salt else {
            let isErased = source == .reading && found.secret.isEmpty && newestExpungement > entry.rawValue
            return isErased ? nil : Message("what \(name, "row") said is gone, and nobody expunged it")
        }
        return EvidenceChain.commitment(to: found.secret, salt: salt) == commitment
            ? nil : Message("\(name, "row") is not what was recorded")
    }

    /// 366 days in microseconds, the time for which the schema keeps rows of the access record.
    private static let year: Int64 = 31_622_400_000_000
}

extension EvidenceSource {
    /// The name of the row in messages.
    fileprivate func name(_ number: Int64) -> Message {
        let number = MessageArgument.number(number)
        return switch self {
        case .reading: Message("reading \(number, "number")", context: "row")
        case .access: Message("row \(number, "number") of the record of access", context: "row")
        }
    }
}

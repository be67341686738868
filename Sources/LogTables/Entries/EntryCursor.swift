package import GRDB
package import LogEntries
import LogProof
package import Vocabulary

/// Iterates over entries and their texts in parallel, in order, holding one entry at a time.
package final class EntryCursor {
    private let entries: Statement
    private let texts: Statement
    /// The entry of the text at which `texts` is positioned; nil at the end.
    private var nextText: Int64?

    /// Starts after `number`.
    package init(in db: Database, after number: EntryNumber) throws {
        entries = try db.makeStatement(sql: "SELECT number, body, leafHash FROM entry WHERE number > ? ORDER BY number")
        texts = try db.makeStatement(
            sql: "SELECT entry, field, salt, text FROM text WHERE entry > ? ORDER BY entry, field"
        )
        try entries.bind([.integer(number.rawValue)])
        try texts.bind([.integer(number.rawValue)])
        try stepTexts()
    }

    /// The next entry; nil after the last.
    package func next() throws -> EntryRow? {
        guard try entries.step() else { return nil }
        let row = entries.row
        let number = row.integer(0)
        var openings: [EntryRow.Opening] = []
        while let entry = nextText, entry <= number {
            if entry == number { openings.append(try opening(of: entry)) }
            try stepTexts()
        }
        return EntryRow(
            number: EntryNumber(rawValue: number),
            body: row.bytes(1),
            leafHash: row.withBytes(2) { TreeHash($0) },
            openings: openings
        )
    }

    private func stepTexts() throws { nextText = try texts.step() ? texts.row.integer(0) : nil }

    private func opening(of entry: Int64) throws -> EntryRow.Opening {
        guard let salt = Salt(texts.row.bytes(2)) else {
            throw LogDamage("entry \(entry) has a salt of a wrong length")
        }
        return EntryRow.Opening(field: texts.row.text(1), salt: salt, text: texts.row.text(3))
    }
}

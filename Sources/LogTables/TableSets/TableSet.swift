package import GRDB
package import Vocabulary

/// The tables of one feature, and how the derived ones among them follow from the entries.
///
/// A set is listed in ``TableSets/all``; replay, rebuild, corrections and verification use that list alone.
package protocol TableSet: Sendable {
    /// The tables that follow from the entries, each after those to which its rows refer.
    ///
    /// A rebuild empties and refills them, and verification compares all their columns with a replay.
    static var derived: [String] { get }
    /// The tables with data that is in no entry; a rebuild leaves them unchanged.
    static var stored: [String] { get }
    /// Indexes of derived tables that no replay uses; a rebuild creates them at its end.
    static var lateIndexes: [String] { get }

    /// Updates the derived tables for `entry`, which was just appended or is replayed.
    ///
    /// - Parameters:
    ///   - db: the database with the derived tables.
    ///   - log: the entries; in the same database, except when a copy is built for comparison.
    static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws

    /// Derives the rows of `subject` again after its valid entries changed.
    static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws

    /// Updates tables that follow from other derived tables, after `entry` was applied to all sets; not called in a
    /// replay.
    static func follow(_ entry: Entry, in db: Database) throws

    /// Derives the tables of ``follow(_:in:)`` as a whole, at the end of a replay.
    static func complete(in db: Database) throws

    /// What is wrong with a stored table that repeats content of entries; nil when nothing is.
    static func problem(in db: Database) throws -> String?
}

extension TableSet {
    package static var derived: [String] { [] }
    package static var stored: [String] { [] }
    package static var lateIndexes: [String] { [] }

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {}
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {}
    package static func follow(_ entry: Entry, in db: Database) throws {}
    package static func complete(in db: Database) throws {}
    package static func problem(in db: Database) throws -> String? { nil }
}

/// An entity about which a correction made an entry void, or valid again.
package struct CorrectedSubject: Sendable {
    package let id: EntityID
    /// The entry that the correction ultimately concerns.
    package let origin: Entry
    /// The valid entries about the entity except transfers, oldest first.
    package let facts: [Entry]

    /// The number of the entity, for queries.
    var value: SQLValue { .integer(id.rawValue) }
}

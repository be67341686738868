public import Barcodes
import GRDB
import Localization
import LogTables
public import Vocabulary

/// Pull lists, without entities concealed from the caller.
extension LogView {
    /// The pull list with this barcode; nil when there is none.
    public func pullList(barcode: MintedBarcode) throws -> PullList? {
        guard barcode.prefix == .pullList, try hasPullLists else { return nil }
        let query = Self.listQuery + " WHERE barcode = ? AND \(visibleList("pullList.number"))"
        return try db.first(query, [.text(barcode.text)], value: Self.list)
    }

    /// The pull list created by an entry.
    public func pullList(_ id: PullListID) throws -> PullList {
        guard let list = try db.first(Self.listQuery + " WHERE number = ?", [.integer(id.rawValue)], value: Self.list)
        else {
            throw TransferLogError.damaged(Message("something refers to pull list \(id, "list"), which does not exist"))
        }
        return list
    }

    /// Pull lists before `cursor`, newest first.
    public func pullLists(before cursor: PullListID?, limit: Int) throws -> [PullList] {
        guard try hasPullLists else { return [] }
        let query = "SELECT number FROM pullList WHERE number < ? AND \(visibleList("pullList.number"))"
        return try lists(query, before: cursor, limit)
    }

    /// Pull lists with entities still wanted, newest first.
    public func openPullLists(before cursor: PullListID?, limit: Int) throws -> [PullList] {
        guard try hasPullLists else { return [] }
        return try lists(openLists, before: cursor, limit)
    }

    /// The number of pull lists, or of those with entities still wanted.
    public func pullListCount(open: Bool) throws -> Int {
        guard try hasPullLists else { return 0 }
        return try open
            ? count("(\(openLists))", [.integer(.max)]) : count("pullList WHERE \(visibleList("pullList.number"))")
    }

    /// The lines of a list, in the order in which they were added.
    public func pullLines(of list: PullListID) throws -> [PullListItem] {
        try db.all(
            Self.lineQuery + " WHERE list = ? AND \(visible("pullLine.record")) ORDER BY entry",
            [.integer(list.rawValue)]
        ) { Self.line($0) }
    }

    /// The progress of a list.
    public func pullTally(of list: PullListID) throws -> PullTally {
        try db.first(
            """
            SELECT coalesce(sum(pulled IS NULL AND missed IS NULL), 0), coalesce(sum(pulled IS NOT NULL), 0),
                coalesce(sum(pulled IS NULL AND missed IS NOT NULL), 0)
            FROM pullLine WHERE list = ? AND \(visible("pullLine.record"))
            """,
            [.integer(list.rawValue)]
        ) { PullTally(wanted: Int($0.integer(0)), pulled: Int($0.integer(1)), missed: Int($0.integer(2))) }
            ?? PullTally(wanted: 0, pulled: 0, missed: 0)
    }

    /// The line of `record` on a list; nil when it is not on the list.
    public func pullLine(of entity: EntityID, on list: PullListID) throws -> PullListItem? {
        try db.first(
            Self.lineQuery + " WHERE record = ? AND list = ? ORDER BY entry DESC LIMIT 1",
            [.integer(entity.rawValue), .integer(list.rawValue)],
            value: Self.line
        )
    }

    /// The list on which `record` is wanted; nil when there is none.
    public func pullListWanting(_ entity: EntityID) throws -> PullListID? {
        try db.first(
            """
            SELECT list FROM pullLine
            WHERE record = ? AND pulled IS NULL AND missed IS NULL
                AND (SELECT cancellation FROM pullList WHERE number = list) IS NULL
            LIMIT 1
            """,
            [.integer(entity.rawValue)]
        ) { PullListID(rawValue: $0.integer(0)) }
    }

    /// SQL for the numbers of lists before the first bound value on which something is still wanted.
    private var openLists: String {
        """
        SELECT DISTINCT list FROM pullLine
        WHERE list < ? AND pulled IS NULL AND missed IS NULL AND \(visible("pullLine.record"))
            AND (SELECT cancellation FROM pullList WHERE number = list) IS NULL
        """
    }

    /// A read-only log of an earlier version does not have these tables.
    private var hasPullLists: Bool { get throws { try db.tableExists("pullList") } }

    /// `query` returns the numbers of lists before its first bound value.
    private func lists(_ query: String, before cursor: PullListID?, _ limit: Int) throws -> [PullList] {
        let found = try db.all(
            query + " ORDER BY 1 DESC LIMIT ?",
            [.integer(cursor?.rawValue ?? .max), .integer(Int64(limit))]
        ) { PullListID(rawValue: $0.integer(0)) }
        return try found.map(pullList)
    }

    private static let listQuery = "SELECT number, barcode, madeAt, cancellation FROM pullList"

    private static func list(_ row: SQLRow) throws -> PullList {
        let text = row.text(1)
        guard let barcode = try? MintedBarcode(parsing: text) else {
            throw TransferLogError.damaged(Message("pull list \(row.integer(0), "list") has an impossible barcode"))
        }
        return PullList(
            id: PullListID(rawValue: row.integer(0)),
            barcode: barcode,
            madeAt: row.moment(2),
            cancellation: row.optionalEntry(3)
        )
    }

    private static let lineQuery = "SELECT entry, list, record, recipient, due, pulled, missed FROM pullLine"

    private static func line(_ row: SQLRow) -> PullListItem {
        PullListItem(
            entry: row.entry(0),
            list: PullListID(rawValue: row.integer(1)),
            entity: row.entity(2),
            recipient: row.optionalEntity(3),
            due: row.optionalMoment(4),
            pulled: row.optionalEntry(5),
            missed: row.optionalEntry(6)
        )
    }
}

import Localization
import LogTables
public import Vocabulary

/// A row of the access record.
public struct StoredAccess: Sendable, Hashable {
    public let number: Int64
    public let access: Access
}

extension LogView {
    /// Rows of the access record before row `cursor`, newest first, at most `limit`; only those about `record` if it
    /// is given.
    public func accesses(of entity: EntityID? = nil, before cursor: Int64?, limit: Int) throws -> [StoredAccess] {
        let isAbout = entity == nil ? "" : "record = ? AND "
        let query = """
            SELECT number, at, principal, roles, act, route, record, level, isGranted, detail FROM access
            WHERE \(isAbout)number < ? ORDER BY number DESC LIMIT ?
            """
        var values: [SQLValue] = [.integer(cursor ?? .max), .integer(Int64(limit))]
        if let entity { values.insert(.integer(entity.rawValue), at: 0) }
        return try db.all(query, values, value: Self.access)
    }

    /// The role holders when they were last checked.
    public func roleHolders() throws -> [Role: Set<Principal>] {
        var holders: [Role: Set<Principal>] = [:]
        try db.each("SELECT role, holder FROM roleHolder") { row in
            guard let role = Role(rawValue: row.text(0)), let holder = Principal(row.text(1)) else { return }
            holders[role, default: []].insert(holder)
        }
        return holders
    }

    private static func access(_ row: SQLRow) throws -> StoredAccess {
        guard let principal = Principal(row.text(2)), let act = Access.Act(rawValue: row.text(4)) else {
            throw TransferLogError.damaged(
                Message("row \(row.integer(0), "row") of the record of access is unreadable")
            )
        }
        return StoredAccess(
            number: row.integer(0),
            access: Access(
                at: row.moment(1),
                principal: principal,
                roles: Set(row.text(3).split(separator: " ").compactMap { Role(rawValue: String($0)) }),
                act: act,
                route: row.text(5),
                entity: row.optionalEntity(6),
                level: row.optionalInteger(7).flatMap { Restriction.Level(rawValue: Int($0)) },
                isGranted: row.integer(8) != 0,
                detail: row.optionalText(9)
            )
        )
    }
}

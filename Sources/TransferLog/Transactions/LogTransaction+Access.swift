import GRDB
import LogTables
public import Vocabulary

/// The access record, which is kept beside the log.
///
/// Its rows do not derive from entries, never change, and are kept for a year.
extension LogTransaction {
    /// Maximum lengths of its text columns, in characters.
    private static let longestRoute = 256
    private static let longestDetail = 512

    private static func cut(_ text: String, _ count: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    }

    /// Adds a row.
    public func note(_ access: Access) throws {
        try db.run(
            """
            INSERT INTO access (number, at, principal, roles, act, route, record, level, isGranted, detail)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM access), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(access.at.microseconds), .text(access.principal.description),
                .text(access.roles.map(\.rawValue).sorted().joined(separator: " ")), .text(access.act.rawValue),
                .text(Self.cut(access.route, Self.longestRoute)), SQLValue(access.entity?.rawValue),
                SQLValue((access.level ?? .open) == .open ? nil : access.level.map { Int64($0.rawValue) }),
                SQLValue(access.isGranted), SQLValue(access.detail.map { Self.cut($0, Self.longestDetail) }),
            ]
        )
    }

    /// Deletes at most `limit` rows from before `moment` and returns their number; rows of the last year are never
    /// deleted.
    public func pruneAccess(before moment: Timestamp, limit: Int) throws -> Int {
        try db.run(
            """
            DELETE FROM access WHERE number IN
                (SELECT number FROM access WHERE at < ? AND at <= (SELECT at FROM access ORDER BY number DESC LIMIT 1)
                    - 31622400000000 ORDER BY number LIMIT ?)
            """,
            [.integer(moment.microseconds), .integer(Int64(limit))]
        )
        return db.changesCount
    }

    /// Stores the current role holders, and returns the changes.
    public func keepRoleHolders(_ holders: [Role: Set<Principal>]) throws -> [RoleChange] {
        let before = try view.roleHolders()
        var changes: [RoleChange] = []
        for role in Role.allCases {
            let (old, new) = (before[role] ?? [], holders[role] ?? [])
            for holder in new.subtracting(old).sorted(by: { $0.description < $1.description }) {
                try db.run(
                    "INSERT INTO roleHolder (role, holder) VALUES (?, ?)",
                    [.text(role.rawValue), .text(holder.description)]
                )
                changes.append(RoleChange(role: role, holder: holder, isGiven: true))
            }
            for holder in old.subtracting(new).sorted(by: { $0.description < $1.description }) {
                try db.run(
                    "DELETE FROM roleHolder WHERE role = ? AND holder = ?",
                    [.text(role.rawValue), .text(holder.description)]
                )
                changes.append(RoleChange(role: role, holder: holder, isGiven: false))
            }
        }
        return changes
    }
}

/// A principal's gain or loss of a role.
public struct RoleChange: Sendable, Hashable {
    public let role: Role
    public let holder: Principal
    public let isGiven: Bool
}

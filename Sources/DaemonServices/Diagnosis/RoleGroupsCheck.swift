import Localization
import Safekeeping
import Settings
import Vocabulary

/// Checks that the groups that grant roles exist, and that no user has conflicting roles.
package struct RoleGroupsCheck: Check {
    static let name = "roles"

    let roles: RoleBook

    package init(roles: RoleBook) { self.roles = roles }

    package func findings() async -> [Finding] {
        let settings = roles.settings
        let remedy = Message("“addgroup --system NAME” makes one, “adduser PERSON NAME” puts somebody into it")
        do {
            let (missing, members) = try await BlockingWork.run { [roles] in
                let names = settings.groups.values.flatMap { $0 }.sorted()
                return (names.filter { UnixGroup(named: $0) == nil }, roles.members())
            }
            if !missing.isEmpty {
                let message = Message(
                    "there are no groups \(missing.joined(separator: ", "), "groups"): no user has their roles"
                )
                return [.warning(Self.name, message, remedy: remedy)]
            }
            let both = Self.holders(.auditor, members)
                .intersection(Self.holders(.clerk, members).union(Self.holders(.supervisor, members)))
            guard both.isEmpty else {
                let names = both.map(\.description).sorted().joined(separator: ", ")
                let message = Message("\(names, "users") may move things and audit them")
                let mend = Message(
                    "take them out of one of the groups; separateDuties: true keeps auditors from moving"
                )
                return [.warning(Self.name, message, remedy: mend)]
            }
            let counts = Role.allCases.map { "\($0.rawValue) \(members[$0]?.count ?? 0)" }.joined(separator: ", ")
            return [.ok(Self.name, Message("members of groups: \(counts, "counts")"))]
        } catch {
            return [
                .unknown(
                    Self.name,
                    Message("cannot read the groups of this machine: \(error.asMessage, "reason")"),
                    remedy: remedy
                )
            ]
        }
    }

    private static func holders(_ role: Role, _ members: [Role: Set<Principal>]) -> Set<Principal> {
        members[role] ?? []
    }
}

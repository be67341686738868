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
        let remedy = "“addgroup --system NAME” makes one, “adduser PERSON NAME” puts somebody into it"
        do {
            let (missing, members) = try await BlockingWork.run { [roles] in
                let names = settings.groups.values.flatMap { $0 }.sorted()
                return (names.filter { UnixGroup(named: $0) == nil }, roles.members())
            }
            if !missing.isEmpty {
                let message = "there are no groups \(missing.joined(separator: ", ")): no user has their roles"
                return [.warning(Self.name, message, remedy: remedy)]
            }
            let both = Self.holders(.auditor, members)
                .intersection(Self.holders(.clerk, members).union(Self.holders(.supervisor, members)))
            guard both.isEmpty else {
                let names = both.map(\.description).sorted().joined(separator: ", ")
                let message = "\(names) may move things and audit them"
                let mend = "take them out of one of the groups; separateDuties: true keeps auditors from moving"
                return [.warning(Self.name, message, remedy: mend)]
            }
            let counts = Role.allCases.map { "\($0.rawValue) \(members[$0]?.count ?? 0)" }
            return [.ok(Self.name, "members of groups: " + counts.joined(separator: ", "))]
        } catch {
            return [.unknown(Self.name, "cannot read the groups of this machine: \(error)", remedy: remedy)]
        }
    }

    private static func holders(_ role: Role, _ members: [Role: Set<Principal>]) -> Set<Principal> {
        members[role] ?? []
    }
}

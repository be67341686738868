import Barcodes
import Glibc
package import Settings
import Synchronization
package import Vocabulary

/// Assigns roles by Unix group, and at stations by badge.
package final class RoleBook: Sendable {
    private struct State {
        var settings: RoleSettings
        var groups: [UInt32: Set<Role>]
    }

    private let state: Mutex<State>

    package init(_ settings: RoleSettings) {
        state = Mutex(State(settings: settings, groups: Self.numbers(of: settings)))
    }

    /// The settings in force.
    package var settings: RoleSettings { state.withLock { $0.settings } }

    /// Replaces the settings and looks up the groups again; may block.
    func adopt(_ settings: RoleSettings) {
        let groups = Self.numbers(of: settings)
        state.withLock { $0 = State(settings: settings, groups: groups) }
    }

    /// Looks up the groups again; may block.
    func refresh() { adopt(settings) }

    /// The groups that grant a role.
    package var groups: [UInt32] { state.withLock { $0.groups.keys.sorted() } }

    /// The permissions of the peer of a connection.
    ///
    /// Root and the daemon's user are administrators, because they can read its files anyway.
    package func rights(of peer: PeerCredentials) -> Rights {
        let (groups, settings) = state.withLock { ($0.groups, $0.settings) }
        var roles = peer.groups.reduce(into: groups[peer.gid] ?? []) { $0.formUnion(groups[$1] ?? []) }
        if peer.uid == 0 || peer.uid == geteuid() { roles.insert(.administrator) }
        return Rights(roles: roles, separatesDuties: settings.separatesDuties)
    }

    /// The permissions of a badge's holder at a station.
    func rights(of badge: Barcode) -> Rights {
        let settings = settings
        let roles = settings.badges[badge].map { Set([$0]) } ?? [.clerk]
        return Rights(roles: roles, separatesDuties: settings.separatesDuties)
    }

    /// The members listed for the groups of each role; may block.
    ///
    /// Users whose primary group it is are not listed in a group, and are not included.
    func members() -> [Role: Set<Principal>] {
        var members: [Role: Set<Principal>] = [:]
        for (role, names) in settings.groups {
            for name in names {
                for user in UnixGroup(named: name)?.users ?? [] { members[role, default: []].insert(.user(user)) }
            }
        }
        return members
    }

    private static func numbers(of settings: RoleSettings) -> [UInt32: Set<Role>] {
        var groups: [UInt32: Set<Role>] = [:]
        for (role, names) in settings.groups {
            for name in names {
                // Group 0 would grant the role to every process without other groups.
                guard let number = UnixGroup(named: name)?.number, number != 0 else { continue }
                groups[number, default: []].insert(role)
            }
        }
        return groups
    }
}

/// The permissions that a caller has through roles.
package struct Rights: Sendable, Hashable {
    package let roles: Set<Role>
    /// Whether auditors are barred from changing custody.
    package let separatesDuties: Bool

    /// The caller's clearance: the highest of any role.
    package var clearance: Clearance { roles.map(\.clearance).max() ?? .open }
}

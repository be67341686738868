import Barcodes
import Glibc
import Records
import Synchronization

/// Who has which role: by their Unix groups, and at stations by their badges.
final class RoleBook: Sendable {
    private struct State {
        var settings: RoleSettings
        var groups: [UInt32: Set<Role>]
    }

    private let state: Mutex<State>

    init(_ settings: RoleSettings) {
        state = Mutex(State(settings: settings, groups: Self.numbers(of: settings)))
    }

    /// What is in force.
    var settings: RoleSettings { state.withLock { $0.settings } }

    /// Lets other settings hold, and looks up again which groups there are; the calls may block.
    func adopt(_ settings: RoleSettings) {
        let groups = Self.numbers(of: settings)
        state.withLock { $0 = State(settings: settings, groups: groups) }
    }

    /// Looks up again which groups there are; the call may block.
    func refresh() { adopt(settings) }

    /// The groups whose members have a role.
    var groups: [UInt32] { state.withLock { $0.groups.keys.sorted() } }

    /// What whoever is at the other end of a connection may do.
    ///
    /// Root and the user of the daemon administrate: they can read its files anyway.
    func rights(of peer: PeerCredentials) -> Rights {
        let (groups, settings) = state.withLock { ($0.groups, $0.settings) }
        var roles = peer.groups.reduce(into: groups[peer.gid] ?? []) { $0.formUnion(groups[$1] ?? []) }
        if peer.uid == 0 || peer.uid == geteuid() { roles.insert(.administrator) }
        return Rights(roles: roles, separatesDuties: settings.separatesDuties)
    }

    /// What the holder of a badge may do at a station.
    func rights(of badge: Barcode) -> Rights {
        let settings = settings
        let roles = settings.badges[badge].map { Set([$0]) } ?? [.clerk]
        return Rights(roles: roles, separatesDuties: settings.separatesDuties)
    }

    /// Who is entered in the groups of each role; the calls may block.
    ///
    /// Those whose primary group it is are not entered in it, and are not here.
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
                // Group 0 would make every process without groups of its own something.
                guard let number = UnixGroup(named: name)?.number, number != 0 else { continue }
                groups[number, default: []].insert(role)
            }
        }
        return groups
    }
}

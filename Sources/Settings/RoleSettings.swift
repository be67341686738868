package import Barcodes
package import Vocabulary

/// The assignment of roles in the configuration.
package struct RoleSettings: Sendable, Hashable {
    /// `roleGroups`: the Unix groups whose members have each role.
    package var groups: [Role: [String]]
    /// `custodianRoles`: the roles of badges at stations; any other badge is a clerk's.
    package var badges: [Barcode: Role]
    /// `separateDuties`: whether auditors are barred from changing custody.
    package var separatesDuties: Bool

    package init(groups: [Role: [String]], badges: [Barcode: Role] = [:], separatesDuties: Bool = false) {
        self.groups = groups
        self.badges = badges
        self.separatesDuties = separatesDuties
    }

    /// The groups created by the package, such as `outguide-reader`.
    package static var standard: RoleSettings {
        let groups = Role.allCases.map { ($0, ["outguide-\($0.rawValue)"]) }
        return RoleSettings(groups: Dictionary(uniqueKeysWithValues: groups))
    }
}

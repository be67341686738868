public import Barcodes
public import Vocabulary

/// The assignment of roles in the configuration.
public struct RoleSettings: Sendable, Hashable {
    /// `roleGroups`: the Unix groups whose members have each role.
    public var groups: [Role: [String]]
    /// `custodianRoles`: the roles of badges at stations; any other badge is a clerk's.
    public var badges: [Barcode: Role]
    /// `separateDuties`: whether auditors are barred from changing custody.
    public var separatesDuties: Bool

    /// The groups created by the package, such as `outguide-reader`.
    public static var standard: RoleSettings {
        let groups = Role.allCases.map { ($0, ["outguide-\($0.rawValue)"]) }
        return RoleSettings(
            groups: Dictionary(uniqueKeysWithValues: groups),
            badges: [:],
            separatesDuties: false
        )
    }
}

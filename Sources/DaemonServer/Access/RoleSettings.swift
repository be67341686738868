public import Barcodes
public import Records

/// Who has which role, as the configuration says it.
public struct RoleSettings: Sendable, Hashable {
    /// `roleGroups`: the Unix groups whose members have each role.
    public var groups: [Role: [String]]
    /// `custodianRoles`: the roles of badges at stations; any other badge is a clerk's.
    public var badges: [Barcode: Role]
    /// `separateDuties`: whether nobody may both move things and audit them.
    public var separatesDuties: Bool

    /// The groups of the package, `outguide-reader` and so on.
    public static var standard: RoleSettings {
        let groups = Role.allCases.map { ($0, ["outguide-\($0.rawValue)"]) }
        return RoleSettings(
            groups: Dictionary(uniqueKeysWithValues: groups),
            badges: [:],
            separatesDuties: false
        )
    }
}

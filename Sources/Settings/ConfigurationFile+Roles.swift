import Barcodes
import Vocabulary
import Yams

extension ConfigurationFile {
    /// Parses the mapping `roleGroups`; the groups given for a role replace its default group.
    func roleGroups(_ node: Node) throws(ConfigurationError) -> [Role: [String]] {
        var groups = RoleSettings.standard.groups
        for (key, value) in try members(of: node) {
            let role = try role(key.text, key.line)
            groups[role] = try list(value, key.text).map { node throws(ConfigurationError) in
                let name = try text(node, key.text)
                guard Self.isGroup(name) else {
                    throw wrong(line(of: node), "\(name) is not the name of a Unix group")
                }
                return name
            }
        }
        return groups
    }

    /// Parses the mapping `custodianRoles`: roles by the barcodes of badges.
    func custodianRoles(_ node: Node) throws(ConfigurationError) -> [Barcode: Role] {
        var roles: [Barcode: Role] = [:]
        for (key, value) in try members(of: node) {
            guard let badge = try? Barcode(entered: key.text) else {
                throw wrong(key.line, "\(key.text) is not a barcode; custodianRoles has badges and their roles")
            }
            roles[badge] = try role(try text(value, key.text), line(of: value))
        }
        return roles
    }

    private func role(_ name: String, _ line: Int) throws(ConfigurationError) -> Role {
        guard let role = Role(rawValue: name) else {
            throw wrong(line, "a role is one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return role
    }

    /// Accepts names valid for useradd(8), and the longer names of directory services.
    private static func isGroup(_ name: String) -> Bool {
        name.utf8.count <= 256 && !name.hasPrefix("-")
            && name.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && $0 != ":" && $0 != ","
            }
    }
}

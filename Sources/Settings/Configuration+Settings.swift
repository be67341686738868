import Barcodes
import ImageDecoding
import Localization
import Logging
import Vocabulary

extension Configuration {
    /// All settings of the file.
    static let settings = ofCirculation + ofTheProcess + ofTheDesk + ofDocuments + ofTheLog

    private static let ofTheProcess: [Setting<Configuration>] = [
        Setting("stateDirectory", \.stateDirectory, .onRestart) { try $0.absolutePath() },
        Setting("socket", \.socket, .onRestart) { try $0.absolutePath() },
        Setting("socketMode", \.socketMode, .onRestart) {
            try $0.parsed(Message("socketMode is octal, such as \"0660\", with nothing for others")) { text in
                UInt32(text, radix: 8).flatMap { $0 <= 0o777 && $0 & 0o007 == 0 ? $0 : nil }
            }
        },
        Setting("connections", \.connections, .onRestart) { try $0.number(in: 16...65_536) },
        Setting("logLevel", \.logLevel, .onRestart) { try $0.one(of: Logger.Level.allCases) },
        Setting("roleGroups", \.roleGroups, .onReload, roleGroups),
        Setting("accessRetention", \.accessRetention) { try $0.number(in: 366...36_525) },
    ]

    private static let ofTheDesk: [Setting<Configuration>] = [
        Setting("scanners", \.scanners) { try $0.list(ScannerConfiguration.init(reading:)) },
        Setting("labelDirectories", \.labelDirectories, .onRestart, paths),
        Setting("labelTemplate", \.labelTemplate) { try $0.text() },
        Setting("printer", optional: \.printer) { try $0.text() },
        Setting("printers", \.printers) { try $0.list(PrinterConfiguration.init(reading:)) },
        Setting("supplies", \.supplies) { try $0.list(SupplyConfiguration.init(reading:)) },
        Setting("outGuideSlip", optional: \.outGuideSlip) { try $0.text() },
        Setting("language", optional: \.language) { try $0.language() },
    ]

    private static let ofDocuments: [Setting<Configuration>] = [
        Setting("imageCharacterSet", optional: \.imageCharacterSet, .onRestart) { try $0.text() },
        Setting("interleavedLengths", \.interleavedLengths, .onRestart) {
            try $0.list { value in try value.number(in: 2...80) }
        },
        Setting("dropFolders", \.dropFolders, .onRestart) {
            try $0.list(DropFolderConfiguration.init(reading:))
        },
        Setting("textLanguages", \.textLanguages, .onReload, textLanguages),
    ]

    private static let ofTheLog: [Setting<Configuration>] = [
        Setting("checkpointInterval", \.checkpointInterval, .onRestart) { try $0.number(in: 1...86_400) },
        Setting("checkpointCopies", \.checkpointCopies, .onRestart, paths),
    ]

    private static let paths: @Sendable (SettingValue) throws -> [String] = {
        try $0.list { value in try value.absolutePath() }
    }

    /// Each additional language makes recognition slower.
    private static let mostLanguages = 8

    @Sendable private static func textLanguages(_ value: SettingValue) throws -> [TextLanguage] {
        let what = Message(
            "textLanguages is up to \(mostLanguages, "limit") different names such as eng, deu or chi_sim"
        )
        var languages: [TextLanguage] = []
        for entry in try value.list() {
            guard let language = TextLanguage(try entry.text()), !languages.contains(language),
                languages.count < mostLanguages
            else { throw entry.wrong(what) }
            languages.append(language)
        }
        return languages
    }

    // MARK: - Roles

    /// Parses the mapping `roleGroups`; the groups given for a role replace its default group.
    @Sendable static func roleGroups(_ value: SettingValue) throws -> [Role: [String]] {
        var groups = RoleSettings.standard.groups
        for (key, value) in try value.members() {
            groups[try role(key.name, at: key)] = try value.list { entry in
                let name = try entry.text()
                guard isGroup(name) else {
                    throw entry.wrong(Message("\(name, "group") is not the name of a Unix group"))
                }
                return name
            }
        }
        return groups
    }

    /// Parses the mapping `custodianRoles`: roles by the barcodes of badges.
    @Sendable static func custodianRoles(_ value: SettingValue) throws -> [Barcode: Role] {
        var roles: [Barcode: Role] = [:]
        for (key, value) in try value.members() {
            guard let badge = try? Barcode(entered: key.name) else {
                throw key.wrong(
                    Message("\(key.name, "text") is not a barcode; custodianRoles has badges and their roles")
                )
            }
            roles[badge] = try role(try value.text(), at: value)
        }
        return roles
    }

    private static func role(_ name: String, at place: SettingValue) throws(ConfigurationError) -> Role {
        guard let role = Role(rawValue: name) else {
            let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw place.wrong(Message("a role is one of \(roles, "values")"))
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

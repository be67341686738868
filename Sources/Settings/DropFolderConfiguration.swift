package import Circulation
import Localization
package import Vocabulary

/// The configuration of one folder that a copier scans into.
package struct DropFolderConfiguration: Sendable, Hashable {
    /// The path of the folder, which must exist; it may be on a network mount.
    package var path: String
    /// The name of the copier in the log.
    package var device: String
    /// The station at which its documents are recorded.
    package var station: StationName?
    /// How pages are separated into documents.
    package var rules = DropFolderRules(separation: .coverSheets)
    /// Seconds for which a file must be unchanged, unless the kernel reports that its writer closed it.
    package var settle = 5
    /// The maximum size of a file, in MiB.
    package var largestFile = 64

    /// The maximum of `largestFile`, which is that of any document.
    package static let largestOfAll = 256

    package init(path: String, device: String) {
        self.path = path
        self.device = device
    }

    /// Reads one entry of the list `dropFolders`.
    init(reading value: SettingValue) throws(ConfigurationError) {
        self.init(path: "", device: "")
        try value.read(Self.settings, into: &self) { Message("a drop folder has no setting \($0, "setting")") }
        guard !path.isEmpty else { throw value.wrong(Message("a drop folder needs a path")) }
        if device.isEmpty { device = String(path.suffix(128)) }
    }

    private static let settings: [Setting<DropFolderConfiguration>] = [
        Setting("path", \.path) { try $0.absolutePath() },
        Setting("device", \.device) {
            try $0.text(Message("device is up to 128 bytes without control characters")) { ScannerName($0) != nil }
        },
        Setting("station", optional: \.station) {
            try $0.parsed(Message("station is 1 to 64 letters, digits and ._-:")) { StationName($0) }
        },
        Setting("separation", \.rules.separation) {
            let words = SeparationRule.allCases.map { MessageArgument.text($0.rawValue) }
            return try $0.parsed(Message("separation is \(.any(words), "values")")) { SeparationRule(rawValue: $0) }
        },
        Setting("settle", \.settle) { try $0.number(in: 1...3_600) },
        Setting("coverSheetOpensFor", \.rules.coverSheetOpensFor) { try $0.number(in: 0...86_400) },
        Setting("continuesWithin", \.rules.continuesWithin) { try $0.number(in: 0...86_400) },
        Setting("largestFile", \.largestFile) { try $0.number(in: 1...largestOfAll) },
    ]
}

package import Barcodes
package import Circulation
import Glibc
package import ImageDecoding
package import Localization
package import Logging
package import Vocabulary

/// All settings of an installation, with their defaults; ``settings`` has their names in the file.
package struct Configuration: Sendable {
    /// The directory of the log and its keys, readable only by the daemon.
    package var stateDirectory = "/var/lib/outguide"
    /// The Unix socket.
    package var socket = "/run/outguide/outguide.sock"
    /// The permissions of the socket.
    package var socketMode: UInt32 = 0o600
    /// The settings of circulation, which include the site, its stations and the roles of badges.
    package var circulation = CirculationSettings(clock: Self.machineClock)
    /// The label template of the slip that marks the place of a charged-out item; no slips when absent.
    package var outGuideSlip: String?
    /// The language of the site's labels, slips and letters, and of stations that name none; English when absent.
    package var language: LanguageTag?
    /// The Unix groups whose members have each role.
    package var roleGroups = RoleSettings.standard.groups
    /// Scanners to read in addition to those marked by the udev rule.
    package var scanners: [ScannerConfiguration] = []
    /// The directories of label templates; earlier directories take precedence.
    package var labelDirectories = InstalledFiles.labelDirectories
    /// The default label template.
    package var labelTemplate = "box-100x50"
    /// The default CUPS destination; CUPS's own default when absent.
    package var printer: String?
    /// Named printers, and properties that they cannot report themselves.
    package var printers: [PrinterConfiguration] = []
    /// Consumables that are counted down by printing and registration.
    package var supplies: [SupplyConfiguration] = []
    /// The iconv name of the character set of QR codes that are not UTF-8; detected from the bytes when absent.
    package var imageCharacterSet: String?
    /// The lengths in digits of Interleaved 2 of 5 codes in use here, so that no fragment of a code is accepted; any
    /// length from ten digits when empty.
    package var interleavedLengths: [Int] = []
    /// Folders that copiers scan into.
    package var dropFolders: [DropFolderConfiguration] = []
    /// The languages in which the text of filed documents is recognised, as Tesseract names them; no recognition when
    /// empty.
    package var textLanguages: [TextLanguage] = []
    /// Seconds between checkpoints while the log grows.
    package var checkpointInterval = 300
    /// Additional files for the last checkpoint, preferably on another disk.
    package var checkpointCopies: [String] = []
    /// Days for which the access record is kept.
    package var accessRetention = 400
    /// The number of clients served concurrently; further clients get a response that the daemon is busy.
    package var connections = 512
    /// The minimum level of messages on standard error.
    package var logLevel = Logger.Level.info

    /// The defaults, used unless a flag, the environment or the file overrides them.
    package static var standard: Configuration { Configuration() }

    /// The configuration file that is read by default if it exists.
    package static let standardFile = "/etc/outguide/outguided.yaml"

    /// The default options for decoding images; a request may override them.
    package var decodingOptions: DecodingOptions {
        DecodingOptions(interleavedLengths: Set(interleavedLengths), characterSet: imageCharacterSet)
    }

    /// The languages that the site and its stations name.
    package var languages: Set<LanguageTag> {
        Set(circulation.stations.values.compactMap(\.language)).union(language.map { [$0] } ?? [])
    }

    /// The assignment of roles.
    package var roles: RoleSettings {
        get {
            RoleSettings(groups: roleGroups, badges: circulation.badges, separatesDuties: circulation.separatesDuties)
        }
        set {
            roleGroups = newValue.groups
            circulation.badges = newValue.badges
            circulation.separatesDuties = newValue.separatesDuties
        }
    }

    private static var machineClock: LocalClock {
        TimeZoneDirectory.standard.machineClock(variable: getenv("TZ").map { String(cString: $0) })
    }
}

/// The assignment of roles in the configuration.
package struct RoleSettings: Sendable, Hashable {
    /// The Unix groups whose members have each role.
    package var groups: [Role: [String]]
    /// The roles of badges at stations; any other badge is a clerk's.
    package var badges: [Barcode: Role]
    /// Whether auditors are barred from changing custody.
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

package import Barcodes
package import ImageDecoding
package import Logging

/// All settings of an installation; this type is the source of the documentation.
package struct Configuration: Sendable {
    /// `stateDirectory`: the directory of the log and its keys, readable only by the daemon.
    package var stateDirectory: String
    /// `socket`: the Unix socket.
    package var socket: String
    /// `socketMode`: the permissions of the socket in octal, such as "0660".
    package var socketMode: UInt32
    /// `site`: the two site digits of every barcode minted here.
    package var site: SiteNumber
    /// `registerOnFirstScan`: whether scanning an unknown minted barcode registers the item or container that carries
    /// it.
    package var registersOnFirstScan: Bool
    /// `contextTimeout`: seconds without a reading after which a station's open context is closed.
    package var contextTimeout: Int
    /// `doubleReadWindow`: milliseconds within which repeated readings of a barcode by one scanner count once; 0 to
    /// disable.
    package var doubleReadWindow: Int
    /// `scanners`: scanners to read in addition to those marked by the udev rule.
    package var scanners: [ScannerConfiguration]
    /// `labelDirectories`: the directories of label templates; earlier directories take precedence.
    package var labelDirectories: [String]
    /// `labelTemplate`: the default label template.
    package var labelTemplate: String
    /// `printer`: the default CUPS destination; CUPS's own default when absent.
    package var printer: String?
    /// `printers`: named printers, and properties that they cannot report themselves.
    package var printers: [PrinterConfiguration] = []
    /// `supplies`: consumables that are counted down by printing and registration.
    package var supplies: [SupplyConfiguration] = []
    /// `imageCharacterSet`: the iconv name of the character set of QR codes that are not UTF-8; detected from the
    /// bytes when absent.
    package var imageCharacterSet: String?
    /// `interleavedLengths`: the lengths in digits of Interleaved 2 of 5 codes in use here, so that no fragment of a
    /// code is accepted; any length from ten digits when empty.
    package var interleavedLengths: [Int]
    /// `dropFolders`: folders that copiers scan into.
    package var dropFolders: [DropFolderConfiguration]
    /// `textLanguages`: the languages in which the text of filed documents is recognised, as Tesseract names them; no
    /// recognition when empty.
    package var textLanguages: [TextLanguage]
    /// `checkpointInterval`: seconds between checkpoints while the log grows.
    package var checkpointInterval: Int
    /// `checkpointCopies`: additional files for the last checkpoint, preferably on another disk.
    package var checkpointCopies: [String]
    /// `onePrincipalExpunges`: whether the principal who requests an expungement may also execute it.
    package var onePrincipalExpunges: Bool
    /// Settings of circulation: `stations`, `idleSignOut`, `loans`, `calendar`, `timeZone`, `transitHours`,
    /// `functionCodes`, `outGuideSlip`.
    package var circulation: CirculationConfiguration
    /// `roleGroups`, `custodianRoles`, `separateDuties`: the assignment of roles.
    package var roles: RoleSettings
    /// `accessRetention`: days for which the access record is kept; at least a year.
    package var accessRetention: Int
    /// `connections`: the number of clients served concurrently; further clients get a response that the daemon is
    /// busy.
    package var connections: Int
    /// `logLevel`: the minimum level of messages on standard error.
    package var logLevel: Logger.Level

    /// The defaults, used unless a flag, the environment or the file overrides them.
    package static var standard: Configuration {
        Configuration(
            stateDirectory: "/var/lib/outguide",
            socket: "/run/outguide/outguide.sock",
            socketMode: 0o600,
            site: .standard,
            registersOnFirstScan: true,
            contextTimeout: 900,
            doubleReadWindow: 1_000,
            scanners: [],
            labelDirectories: InstalledFiles.labelDirectories,
            labelTemplate: "box-100x50",
            printer: nil,
            imageCharacterSet: nil,
            interleavedLengths: [],
            dropFolders: [],
            textLanguages: [],
            checkpointInterval: 300,
            checkpointCopies: [],
            onePrincipalExpunges: false,
            circulation: CirculationConfiguration(),
            roles: .standard,
            accessRetention: 400,
            connections: 512,
            logLevel: .info
        )
    }

    /// The configuration file that is read by default if it exists.
    package static let standardFile = "/etc/outguide/outguided.yaml"
}

public import Barcodes
public import ImageDecoding
public import Logging

/// Everything that an installation may decide; this type is the source of the documentation.
public struct Configuration: Sendable {
    /// `stateDirectory`: where the log and its keys are, readable by the daemon alone.
    public var stateDirectory: String
    /// `socket`: the Unix socket.
    public var socket: String
    /// `socketMode`: who may connect, as permissions in octal, such as "0660".
    public var socketMode: UInt32
    /// `site`: the two digits in every barcode minted here.
    public var site: SiteNumber
    /// `registerOnFirstScan`: whether a minted barcode that was never seen registers the thing it is on.
    public var registersOnFirstScan: Bool
    /// `contextTimeout`: seconds without a reading after which a station's open place is closed.
    public var contextTimeout: Int
    /// `doubleReadWindow`: milliseconds within which the same barcode from the same gun is one reading; 0 for none.
    public var doubleReadWindow: Int
    /// `scanners`: the guns that the daemon reads, beside those that the udev rule marks.
    public var scanners: [ScannerConfiguration]
    /// `labelDirectories`: where label templates are; one in an earlier directory hides its namesake in a later one.
    public var labelDirectories: [String]
    /// `labelTemplate`: the template that is used when none is named.
    public var labelTemplate: String
    /// `printer`: the CUPS destination that is used when none is named; CUPS's own default when absent.
    public var printer: String?
    /// `printers`: printers with a name of their own, and what they cannot tell of themselves.
    public var printers: [PrinterConfiguration] = []
    /// `supplies`: what is counted down by what is printed and registered.
    public var supplies: [SupplyConfiguration] = []
    /// `imageCharacterSet`: the character set of QR codes that are not UTF-8, by its name for iconv; told by the bytes
    /// when absent.
    public var imageCharacterSet: String?
    /// `interleavedLengths`: the lengths of Interleaved 2 of 5 in use here, in digits, so that no piece of a code
    /// passes for one; any from ten digits on when empty.
    public var interleavedLengths: [Int]
    /// `dropFolders`: folders that copiers scan into.
    public var dropFolders: [DropFolderConfiguration]
    /// `textLanguages`: the languages in which the text of filed documents is recognised, as Tesseract names them; it
    /// is not recognised when empty.
    public var textLanguages: [TextLanguage]
    /// `checkpointInterval`: seconds between two checkpoints of a log that grows.
    public var checkpointInterval: Int
    /// `checkpointCopies`: files that the last checkpoint is written to as well, best on another disk.
    public var checkpointCopies: [String]
    /// `onePrincipalExpunges`: whether who asks for an expungement may also carry it out.
    public var onePrincipalExpunges: Bool
    /// How things circulate: `stations`, `idleSignOut`, `loans`, `calendar`, `timeZone`, `transitHours`,
    /// `functionCodes`, `outGuideSlip`.
    public var circulation: CirculationConfiguration
    /// `roleGroups`, `custodianRoles`, `separateDuties`: who may do what.
    public var roles: RoleSettings
    /// `accessRetention`: days for which it is kept who looked at what is kept from others; a year at least.
    public var accessRetention: Int
    /// `connections`: how many clients are served at once; more are told that the daemon is busy.
    public var connections: Int
    /// `logLevel`: how much the daemon says on standard error.
    public var logLevel: Logger.Level

    /// What holds when neither a flag, nor the environment, nor the file says otherwise.
    public static var standard: Configuration {
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

    /// The file that is read when no other is named and it exists.
    public static let standardFile = "/etc/outguide/outguided.yaml"
}

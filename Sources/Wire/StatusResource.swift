/// The status of the daemon.
public struct StatusResource: WireValue {
    public let version: String
    public let pid: Int32
    /// When the daemon started: RFC 3339, UTC.
    public let startedAt: String
    /// `ready`, `degraded` if the log cannot be written, or `verifying` while writes wait for the verification of the
    /// log.
    public let state: String
    /// The two site digits in barcodes minted here.
    public let site: String
    /// The site's time zone, by which days begin and end: its name in the IANA database, or a POSIX rule.
    public let timeZone: String
    public let stateDirectory: String
    /// The number of entries in the log; null if it cannot be read.
    public let entries: Int64?
    /// The number of readings ever stored; null if the log cannot be read.
    public let readings: Int?
    /// The number of readings lost to a full queue since the start.
    ///
    /// Any value but 0 is an alarm.
    public let lostReadings: Int
    /// The number of records of each type.
    public let records: [String: Int]
    /// SQLite's journal mode: `wal`; null if the log cannot be written.
    public let journalMode: String?
    /// SQLite's synchronous mode on the writer: 2, which is FULL; null if the log cannot be written.
    public let synchronous: Int?
    public let scanners: [ScannerResource]
    /// Why no scanner can be read; null if there is no problem.
    public let scannerTrouble: String?
    /// Why the log cannot be written; null if there is no problem.
    public let logTrouble: String?
    /// Why some file does not contain the last checkpoint; null if there is no problem.
    public let checkpointTrouble: String?
    /// Why clients cannot connect or no file can be opened; null if there is no problem.
    public let environmentTrouble: String?
    /// Why the daemon's clock is not trusted; null if there is no problem.
    public let clockTrouble: String?
    /// Why text in documents is not recognised in each configured language; null if there is no problem.
    public let textTrouble: String?
    /// Work that has taken the daemon longer than a minute.
    public let work: [WorkResource]
    /// What prevents scans in drop folders from being filed, folder by folder, the worst of each first.
    public let folderTroubles: [FolderTroubleResource]
    /// Why some stored documents may be missing; null if there is no problem.
    public let documentTrouble: String?
    /// The supplies that are low.
    public let lowSupplies: [SupplyResource]
    /// The number of doubtful labels of all runs, which a clerk must check; null if the log cannot be read.
    public let labelsInDoubt: Int?
    /// The doubtful labels of the 100 oldest runs, run by run.
    public let labelDoubts: [LabelDoubtResource]

    public init(
        version: String,
        pid: Int32,
        startedAt: String,
        state: String,
        site: String,
        timeZone: String,
        stateDirectory: String,
        entries: Int64?,
        readings: Int?,
        lostReadings: Int,
        records: [String: Int],
        journalMode: String?,
        synchronous: Int?,
        scanners: [ScannerResource],
        scannerTrouble: String?,
        logTrouble: String?,
        checkpointTrouble: String? = nil,
        environmentTrouble: String? = nil,
        clockTrouble: String? = nil,
        textTrouble: String? = nil,
        work: [WorkResource] = [],
        folderTroubles: [FolderTroubleResource] = [],
        documentTrouble: String? = nil,
        lowSupplies: [SupplyResource] = [],
        labelsInDoubt: Int? = nil,
        labelDoubts: [LabelDoubtResource] = []
    ) {
        self.version = version
        self.pid = pid
        self.startedAt = startedAt
        self.state = state
        self.site = site
        self.timeZone = timeZone
        self.stateDirectory = stateDirectory
        self.entries = entries
        self.readings = readings
        self.lostReadings = lostReadings
        self.records = records
        self.journalMode = journalMode
        self.synchronous = synchronous
        self.scanners = scanners
        self.scannerTrouble = scannerTrouble
        self.logTrouble = logTrouble
        self.checkpointTrouble = checkpointTrouble
        self.environmentTrouble = environmentTrouble
        self.clockTrouble = clockTrouble
        self.textTrouble = textTrouble
        self.work = work
        self.folderTroubles = folderTroubles
        self.documentTrouble = documentTrouble
        self.lowSupplies = lowSupplies
        self.labelsInDoubt = labelsInDoubt
        self.labelDoubts = labelDoubts
    }
}

/// How the daemon is.
public struct StatusResource: Sendable, Hashable, Codable {
    public let version: String
    public let pid: Int32
    /// RFC 3339, UTC.
    public let startedAt: String
    /// `ready`, `degraded` when the log takes nothing in, or `verifying` while changes wait until all of it is verified.
    public let state: String
    /// The two digits in barcodes minted here.
    public let site: String
    /// The time zone by whose clocks days begin and end: its name in the IANA database, or a POSIX rule.
    public let timeZone: String
    public let stateDirectory: String
    /// How many entries the log holds; null when it cannot be read.
    public let entries: Int64?
    /// How many readings were ever stored; null when the log cannot be read.
    public let readings: Int?
    /// Readings that a full queue could not take since the start: anything but 0 is an alarm.
    public let lostReadings: Int
    /// How many things of each sort there are.
    public let records: [String: Int]
    /// SQLite's journal mode: `wal`; null when the log cannot be written.
    public let journalMode: String?
    /// SQLite's synchronous mode on the writer: 2, which is FULL; null when the log cannot be written.
    public let synchronous: Int?
    public let scanners: [ScannerResource]
    /// Why no scanner can be read at all; null when all is well.
    public let scannerTrouble: String?
    /// Why the log takes nothing in; null when all is well.
    public let logTrouble: String?
    /// Why the last checkpoint is not in each of its files; null when all is well.
    public let checkpointTrouble: String?
    /// Why clients cannot connect, or no file can be opened; null when all is well.
    public let environmentTrouble: String?
    /// Why the daemon's clock cannot be believed; null when all is well.
    public let clockTrouble: String?
    /// Why the text of documents is not read in each of the languages that are configured; null when all is well.
    public let textTrouble: String?
    /// What the daemon has worked on for longer than a minute.
    public let work: [WorkResource]
    /// What keeps scans in drop folders from being filed, folder by folder, the worst of each first.
    public let folderTroubles: [FolderTroubleResource]
    /// Why not all stored documents can be trusted to be there; null when all is well.
    public let documentTrouble: String?
    /// Supplies of which there is little.
    public let lowSupplies: [SupplyResource]
    /// Labels that somebody has to look for, of all runs; null when the log cannot be read.
    public let labelsInDoubt: Int?
    /// Those of the 100 oldest runs, run by run.
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

    private enum CodingKeys: String, CodingKey {
        case version
        case pid
        case startedAt
        case state
        case site
        case timeZone
        case stateDirectory
        case entries
        case readings
        case lostReadings
        case records
        case journalMode
        case synchronous
        case scanners
        case scannerTrouble
        case logTrouble
        case checkpointTrouble
        case environmentTrouble
        case clockTrouble
        case textTrouble
        case work
        case folderTroubles
        case documentTrouble
        case lowSupplies
        case labelsInDoubt
        case labelDoubts
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(pid, forKey: .pid)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encode(state, forKey: .state)
        try container.encode(site, forKey: .site)
        try container.encode(timeZone, forKey: .timeZone)
        try container.encode(stateDirectory, forKey: .stateDirectory)
        try container.encode(entries, forKey: .entries)
        try container.encode(readings, forKey: .readings)
        try container.encode(lostReadings, forKey: .lostReadings)
        try container.encode(records, forKey: .records)
        try container.encode(journalMode, forKey: .journalMode)
        try container.encode(synchronous, forKey: .synchronous)
        try container.encode(scanners, forKey: .scanners)
        try container.encode(scannerTrouble, forKey: .scannerTrouble)
        try container.encode(logTrouble, forKey: .logTrouble)
        try container.encode(checkpointTrouble, forKey: .checkpointTrouble)
        try container.encode(environmentTrouble, forKey: .environmentTrouble)
        try container.encode(clockTrouble, forKey: .clockTrouble)
        try container.encode(textTrouble, forKey: .textTrouble)
        try container.encode(work, forKey: .work)
        try container.encode(folderTroubles, forKey: .folderTroubles)
        try container.encode(documentTrouble, forKey: .documentTrouble)
        try container.encode(lowSupplies, forKey: .lowSupplies)
        try container.encode(labelsInDoubt, forKey: .labelsInDoubt)
        try container.encode(labelDoubts, forKey: .labelDoubts)
    }
}

extension API {
    /// Requests about the state of the daemon.
    public enum Status {
        public static let metrics = Endpoint<Nothing, Bytes>(
            "readMetrics",
            .get,
            "/v1/metrics",
            .reader,
            "Metrics in the text format of Prometheus",
            mediaTypes: ["text/plain"]
        )
        public static let diagnose = Endpoint<Nothing, DiagnosisResource>(
            "diagnose",
            .get,
            "/v1/diagnosis",
            .clerk,
            "Run the daemon's checks",
            work: .file,
            patience: .wholeLog
        )
        public static let show = Endpoint<Nothing, StatusResource>(
            "showStatus",
            .get,
            "/v1/status",
            .reader,
            "Show the status of the daemon"
        )
    }
}

/// The status of the daemon.
public struct StatusResource: WireValue {
    /// The version of the daemon.
    public let version: String
    /// The process id of the daemon.
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
    /// The path of the state directory.
    public let stateDirectory: String
    /// The number of entries in the log; null if it cannot be read.
    public let entries: Int64?
    /// The number of readings ever stored; null if the log cannot be read.
    public let readings: Int?
    /// The number of readings lost to a full queue since the start.
    ///
    /// Any value but 0 is an alarm.
    public let lostReadings: Int
    /// The number of entities of each type.
    public let entities: [String: Int]
    /// SQLite's journal mode: `wal`; null if the log cannot be written.
    public let journalMode: String?
    /// SQLite's synchronous mode on the writer: 2, which is FULL; null if the log cannot be written.
    public let synchronous: Int?
    /// The scanners that are known.
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

    public static var members: [String: Schema] { ["state": .word(["ready", "degraded", "verifying"])] }

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
        entities: [String: Int],
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
        self.entities = entities
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

/// Work that the daemon has been doing for a while.
public struct WorkResource: WireValue {
    /// A description, such as `text of document 12`, without file names.
    public let what: String
    /// When it began: RFC 3339, UTC.
    public let since: String
    /// The page in progress; null if there are no pages.
    public let page: Int?
    /// The number of pages; null if unknown.
    public let pages: Int?

    public init(what: String, since: String, page: Int?, pages: Int?) {
        self.what = what
        self.since = since
        self.page = page
        self.pages = pages
    }
}

/// The results of the daemon's checks of itself and its environment.
public struct DiagnosisResource: WireValue {
    /// The findings, in the order of the checks.
    public let findings: [FindingResource]

    public init(findings: [FindingResource]) { self.findings = findings }
}

/// The result of one check.
public struct FindingResource: WireValue {
    /// A stable word for the check.
    public let check: String
    /// `ok`, `warning`, `failed`, or `unknown` if the check could not be made.
    public let state: String
    /// The result, in one line.
    public let message: String
    /// The remedy; null if there is nothing to fix.
    public let remedy: String?

    public init(check: String, state: String, message: String, remedy: String?) {
        self.check = check
        self.state = state
        self.message = message
        self.remedy = remedy
    }
}

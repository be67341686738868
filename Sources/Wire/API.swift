/// Names that both ends of the socket use.
public enum API {
    /// The version in every path.
    public static let version = "v1"

    /// Header that makes a write happen once however often it is sent.
    public static let idempotencyKeyHeader = "Idempotency-Key"

    /// Header of every answer: the time zone of the site, by its name in the IANA database or as a POSIX rule.
    ///
    /// Times on the wire are UTC; this is how people there read them.
    public static let timeZoneHeader = "Outguide-Time-Zone"
    /// Header of every answer while the daemon does not trust its log: ``untrusted``.
    public static let logHeader = "Outguide-Log"
    /// What stands in ``logHeader``.
    public static let untrusted = "untrusted"

    /// Header of a long request that names it, so that ``progress`` shows how far it is.
    public static let progressHeader = "Outguide-Progress"

    /// Most bytes of a JSON request.
    public static let longestRequest = 1 << 20
    /// Most bytes of an image to decode.
    public static let longestImage = 64 << 20
    /// Most bytes of the file of a document.
    public static let longestDocument = 256 << 20
    /// Most labels of one run.
    public static let longestPrinting = 5_000
    /// Most seconds that a question about a run waits for an answer.
    public static let longestWait = 60
    /// Most bytes of a file of readings.
    public static let longestBatch = 4 << 20
    /// Most rows of one page of a list.
    public static let longestPage = 1_000
    /// Rows of a page when nobody says how many.
    public static let standardPage = 100

    /// Paths, each with the noun in the plural.
    public static let chargeOuts = "/v1/charge-outs"
    public static let handOvers = "/v1/hand-overs"
    public static let holds = "/v1/holds"
    public static let loans = "/v1/loans"
    public static let refiles = "/v1/refiles"
    public static let renewals = "/v1/renewals"
    public static let returns = "/v1/returns"
    public static let transits = "/v1/transits"
    public static let access = "/v1/access"
    public static let assignments = "/v1/quarantine/assignments"
    public static let batches = "/v1/batches"
    public static let containers = "/v1/containers"
    public static let contents = "/v1/contents"
    public static let custodians = "/v1/custodians"
    public static let decode = "/v1/decode"
    public static let documentFiles = "/v1/document-files"
    public static let diagnosis = "/v1/diagnosis"
    public static let documents = "/v1/documents"
    public static let events = "/v1/events"
    public static let history = "/v1/history"
    public static let items = "/v1/items"
    public static let labelBatches = "/v1/labels/batches"
    public static let labelPending = "/v1/labels/pending"
    public static let labelPreview = "/v1/labels/preview"
    public static let labelPrint = "/v1/labels/print"
    public static let labelTemplates = "/v1/labels/templates"
    public static let locations = "/v1/locations"
    public static let metrics = "/v1/metrics"
    public static let moves = "/v1/moves"
    public static let orders = "/v1/orders"
    public static let printers = "/v1/printers"
    public static let pullLists = "/v1/pull-lists"
    public static let quarantine = "/v1/quarantine"
    public static let readings = "/v1/readings"
    public static let rights = "/v1/rights"
    public static let scannerPairings = "/v1/scanners/pairings"
    public static let scanners = "/v1/scanners"
    public static let search = "/v1/search"
    public static let stations = "/v1/stations"
    public static let status = "/v1/status"
    public static let supplies = "/v1/supplies"
    public static let whereabouts = "/v1/where"
    public static let progress = "/v1/progress"
}

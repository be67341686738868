/// Names that client and daemon share.
public enum API {
    /// The API version, which begins every path.
    public static let version = "v1"

    /// The header that makes a write idempotent: repeated requests with one key have one effect.
    public static let idempotencyKeyHeader = "Idempotency-Key"

    /// The header of every response with the site's time zone: its name in the IANA database or a POSIX rule.
    ///
    /// Times on the wire are UTC; this zone is for displaying them.
    public static let timeZoneHeader = "Outguide-Time-Zone"
    /// The header of every response while the daemon does not trust its log.
    ///
    /// Its value is ``untrusted``.
    public static let logHeader = "Outguide-Log"
    /// The value of ``logHeader``.
    public static let untrusted = "untrusted"

    /// The header that names a long request, so that ``progress`` can report its progress.
    public static let progressHeader = "Outguide-Progress"

    /// The maximum size of a JSON request, in bytes.
    public static let longestRequest = 1 << 20
    /// The maximum size of an image to decode, in bytes.
    public static let longestImage = 64 << 20
    /// The maximum size of a document's file, in bytes.
    public static let longestDocument = 256 << 20
    /// The maximum number of labels in one run.
    public static let longestPrinting = 5_000
    /// The maximum time in seconds that a request about a run waits.
    public static let longestWait = 60
    /// The maximum size of a file of readings, in bytes.
    public static let longestBatch = 4 << 20
    /// The maximum number of rows in one page of a list.
    public static let longestPage = 1_000
    /// The default number of rows in a page.
    public static let standardPage = 100

    /// The paths, with nouns in the plural.
    public static let chargeOuts = "/v1/charge-outs"
    public static let handOvers = "/v1/hand-overs"
    public static let holds = "/v1/holds"
    public static let loans = "/v1/loans"
    public static let refiles = "/v1/refiles"
    public static let renewals = "/v1/renewals"
    public static let returns = "/v1/returns"
    public static let transits = "/v1/transits"
    public static let access = "/v1/access"
    public static let batches = "/v1/batches"
    public static let containers = "/v1/containers"
    public static let contents = "/v1/contents"
    public static let custodians = "/v1/custodians"
    public static let diagnosis = "/v1/diagnosis"
    public static let events = "/v1/events"
    public static let history = "/v1/history"
    public static let items = "/v1/items"
    public static let locations = "/v1/locations"
    public static let metrics = "/v1/metrics"
    public static let moves = "/v1/moves"
    public static let orders = "/v1/orders"
    public static let pullLists = "/v1/pull-lists"
    public static let readings = "/v1/readings"
    public static let rights = "/v1/rights"
    public static let search = "/v1/search"
    public static let stations = "/v1/stations"
    public static let status = "/v1/status"
    public static let whereabouts = "/v1/where"
    public static let progress = "/v1/progress"
}

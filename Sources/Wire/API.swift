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
}

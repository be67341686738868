/// A parameter of a request.
public struct Parameter: Sendable, Hashable {
    public enum Place: String, Sendable, Hashable {
        case path
        case query
        case header
    }

    public let name: String
    public let place: Place
    public let schema: Schema
    public let description: String
    /// Whether a request without it is refused; those of the path always are.
    public let isRequired: Bool

    public init(_ place: Place, _ name: String, _ schema: Schema, _ description: String, isRequired: Bool = false) {
        self.name = name
        self.place = place
        self.schema = schema
        self.description = description
        self.isRequired = isRequired || place == .path
    }

    /// Whether a request can have it several times, once for each of its values.
    public var isRepeatable: Bool { if case .list = schema { true } else { false } }

    /// The number of rows in a page.
    public static let limit = Parameter(
        .query,
        "limit",
        .integer(1...API.longestPage, example: API.standardPage),
        "The number of rows in the page; \(API.standardPage) if absent."
    )
    /// Where a page begins.
    public static let cursor = Parameter(
        .query,
        "cursor",
        .text(example: "42"),
        "The `next` of an earlier page, after which this one begins."
    )
    /// The name for reports of progress.
    public static let progress = Parameter(
        .header,
        API.progressHeader,
        .text(lengths: 1...64, pattern: "^[A-Za-z0-9-]+$", example: "backup-1"),
        "A name for this request, under which GET /v1/progress/{name} reports its progress."
    )
    /// The part of a file.
    public static let range = Parameter(
        .header,
        "Range",
        .text(example: "bytes=0-1023"),
        "The part of the file to send (RFC 9110, section 14.2); the whole file if absent."
    )
    /// The idempotency key of a write.
    public static let idempotencyKey = Parameter(
        .header,
        API.idempotencyKeyHeader,
        .text(lengths: 1...255, pattern: "^[ -~]+$", example: "5f2d7a1c"),
        "Repeated requests with one key have one effect, also across restarts of the daemon."
    )

    /// A barcode in the path.
    public static func barcode(_ name: String, _ description: String, example: String = "FD0000000018") -> Parameter {
        Parameter(.path, name, .barcode(example: example), description)
    }

    /// The parameter with a value for a request; without one it is left out.
    public func set(_ value: String?) -> Argument { Argument(name: name, value: value) }
    /// The parameter with a number for a request; without one it is left out.
    public func set(_ value: Int?) -> Argument { Argument(name: name, value: value.map(String.init)) }
    /// A flag for a request, which is left out if it is false.
    public func set(_ value: Bool) -> Argument { Argument(name: name, value: value ? "true" : nil) }

    /// A query parameter with its value.
    public struct Argument: Sendable, Hashable {
        public let name: String
        public let value: String?
    }
}

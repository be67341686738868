import Yams

/// A response to requests that are not carried out, which every operation with this status refers to.
struct SharedResponse {
    let status: Int
    let name: String
    private let description: String

    private static let texts: [Int: (name: String, description: String)] = [
        400: ("BadRequest", "The request is malformed, or a parameter or member has a value that is not allowed."),
        403: ("Forbidden", "The caller has no role that permits this."),
        404: ("NotFound", "It does not exist, or the caller may not know of it."),
        409: ("Conflict", "It conflicts with what is recorded, or the idempotency key was used for another request."),
        411: ("LengthRequired", "The length of the body is not given."),
        413: ("TooLarge", "The body is too large."),
        415: ("UnsupportedCoding", "The body is in a content coding, such as gzip; it must be sent without one."),
        416: ("RangeNotSatisfiable", "The file ends before the range begins."),
        422: ("Refused", "A rule does not permit it, or the content cannot be processed."),
        429: ("Busy", "Too many requests of this user wait for expensive work."),
        500: ("InternalError", "The daemon failed because of an internal error."),
        502: ("PrinterFailed", "The printer or the print server refuses the job or does not respond as expected."),
        503: ("Unavailable", "The daemon is busy or stopping, or cannot read or write its log or reach a device."),
    ]

    init(status: Int) {
        self.status = status
        (name, description) = Self.texts[status] ?? ("Status\(status)", "The request is not carried out.")
    }

    var node: Node {
        let retry = Node.object([
            "Retry-After": .object([
                "description": .text("The number of seconds after which a retry may succeed."),
                "schema": .object(["type": .text("integer"), "minimum": .number(1), "maximum": .number(60)]),
            ])
        ])
        return .object([
            "description": .text(description),
            "headers": status == 429 || status == 503 ? retry : nil,
            "content": .object([
                "application/problem+json": .object(["schema": .reference("schemas", "Problem")])
            ]),
        ])
    }
}

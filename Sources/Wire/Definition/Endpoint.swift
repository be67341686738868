/// A request of the API, defined once: the daemon serves it, clients send it, and the API description is printed from it.
///
/// `Body` is what the request contains and `Answer` what a successful response contains.
public struct Endpoint<Body: MessageContent, Answer: MessageContent>: Sendable {
    /// The definition without its types.
    public let outline: EndpointOutline

    /// Defines a request.
    ///
    /// - Parameters:
    ///   - id: the operation id, unique in the API: a verb and a noun, such as `listPullLists`.
    ///   - path: the path, with at most one parameter in braces.
    ///   - access: the access level that a caller needs.
    ///   - summary: one line, in the imperative.
    ///   - details: what a caller must know beyond the summary.
    ///   - parameters: the parameters of the path, the query and the header.
    ///   - work: the kind of expensive work that it does; nil if it responds quickly.
    ///   - isCreation: whether success is status 201.
    ///   - bodyType: the media type of a body of bytes.
    ///   - mediaTypes: the media types of a response of bytes.
    ///   - exampleMembers: the optional members that the example of the body has beside the required ones.
    ///   - refusals: the statuses of refusals apart from those that follow from the rest of the definition.
    public init(
        _ id: String,
        _ method: EndpointOutline.Method,
        _ path: String,
        _ access: AccessLevel,
        _ summary: String,
        details: String? = nil,
        parameters: [Parameter] = [],
        work: WorkKind? = nil,
        repetition: EndpointOutline.Repetition? = nil,
        patience: EndpointOutline.Patience = .request,
        isCreation: Bool = false,
        bodyType: String = "application/octet-stream",
        mediaTypes: [String] = [],
        exampleMembers: [String] = [],
        refusals: Set<Int> = []
    ) {
        outline = EndpointOutline(
            id: id,
            method: method,
            path: path,
            access: access,
            summary: summary,
            details: details,
            parameters: parameters,
            work: work,
            repetition: repetition ?? (method == .post ? .byKey : .always),
            patience: patience,
            isCreation: isCreation,
            bodyType: bodyType,
            mediaTypes: mediaTypes,
            exampleMembers: exampleMembers,
            ownRefusals: refusals,
            body: Body.content,
            answer: Answer.content
        )
    }
}

/// The definition of a request without its types.
public struct EndpointOutline: Sendable {
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// Whether a request can be sent again when its response was lost.
    public enum Repetition: Sendable, Hashable {
        /// It has the same effect as the first time.
        case always
        /// With the same idempotency key it has no second effect, because the log knows the key of what it records.
        case byKey
        /// With the same idempotency key it gets the response of the first request, which the daemon stores.
        ///
        /// If the first request was interrupted, it is refused, and the caller should look at `remains` to learn what was
        /// done; if that is nil, the request is carried out again, which does no harm.
        case byResponse(remains: String?)
        /// It would have a second effect.
        case never
    }

    /// How long a client waits for the response.
    public enum Patience: Sendable, Hashable {
        /// As long as the daemon needs by itself.
        case request
        /// Until a printer has finished, or much data has arrived.
        case print
        /// Until every entry of the log has been read.
        case wholeLog
    }

    /// The operation id of the API description.
    public let id: String
    public let method: Method
    /// The path, with its parameter in braces.
    public let path: String
    public let access: AccessLevel
    public let summary: String
    public let details: String?
    public let parameters: [Parameter]
    public let work: WorkKind?
    public let repetition: Repetition
    public let patience: Patience
    /// Whether a success creates a resource, so that its status is 201.
    public let isCreation: Bool
    /// The media type of a body of bytes.
    public let bodyType: String
    /// The media types of a response of bytes.
    public let mediaTypes: [String]
    /// The optional members that the example of the body has beside the required ones.
    public let exampleMembers: [String]
    let ownRefusals: Set<Int>
    public let body: Content
    public let answer: Content

    /// Whether requests have an idempotency key.
    public var takesKey: Bool {
        switch repetition {
        case .byKey, .byResponse: method == .post
        case .always, .never: false
        }
    }

    /// The method and the path, as in `GET /v1/status`.
    public var name: String { "\(method.rawValue) \(path)" }

    /// The status of a success (RFC 9110, section 15.3).
    public var success: Int {
        if isCreation { return 201 }
        return if case .nothing = answer { 204 } else { 200 }
    }

    /// Every status of a refusal that a caller may receive.
    ///
    /// Each request can be refused for its form, for the caller's rights, by a daemon that failed, and by one that is
    /// busy, stopping, or unable to read or write its log.
    public var refusals: Set<Int> {
        var statuses = ownRefusals.union([400, 403, 415, 500, 503])
        if path.contains("{") { statuses.insert(404) }
        if case .nothing = body {} else { statuses.insert(413) }
        if work != nil { statuses.insert(429) }
        if takesKey { statuses.insert(409) }
        return statuses
    }

    /// The path with `segment` in the place of its parameter.
    public func path(at segment: String?) -> String {
        guard let segment, let start = path.firstIndex(of: "{"), let end = path.firstIndex(of: "}") else { return path }
        let text = path[start..<end] == "{tile" ? segment : WireCoding.pathSegment(segment)
        return path[..<start] + text + path[path.index(after: end)...]
    }
}

/// What a request or a response contains.
public enum Content: Sendable {
    case nothing
    /// A JSON document of this type.
    case json(any WireValue.Type)
    /// Bytes of one of the media types of the definition.
    case bytes
    /// Server-sent events.
    case events
}

/// A type that describes what a request or a response contains.
public protocol MessageContent: Sendable {
    static var content: Content { get }
}

/// The content of a request or a response without one.
public enum Nothing: MessageContent {
    public static var content: Content { .nothing }
}

/// Bytes of a media type that the definition names.
public enum Bytes: MessageContent {
    public static var content: Content { .bytes }
}

/// A stream of server-sent events, which ends when the client disconnects or has what it asked for.
public enum ServerSentEvents: MessageContent {
    public static var content: Content { .events }
}

/// A value that is sent as JSON.
///
/// Members of requests that are absent or null have no value. Responses contain every member.
public protocol WireValue: MessageContent, Hashable, Codable {
    /// What members accept or contain beyond their types, by their names.
    static var members: [String: Schema] { get }
}

extension WireValue {
    public static var members: [String: Schema] { [:] }
    public static var content: Content { .json(Self.self) }
}

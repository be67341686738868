import Barcodes
import Circulation
import DaemonServices
import HTTPTypes
import Hummingbird
import Localization
import TransferLog
import Vocabulary
import Wire
import WireResources

/// A request that a route handles, with the values that handlers derive from it.
struct Call: Sendable {
    let request: Request
    let context: PeerContext
    /// The request's idempotency key; nil if it has none.
    let key: RequestKey?
    /// The definition of what is requested.
    let outline: EndpointOutline
    private let view: @Sendable (PeerContext) -> Circulation

    init(
        _ request: Request,
        _ context: PeerContext,
        key: RequestKey?,
        of outline: EndpointOutline,
        view: @escaping @Sendable (PeerContext) -> Circulation
    ) {
        self.request = request
        self.context = context
        self.key = key
        self.outline = outline
        self.view = view
    }

    /// The same call for a handler whose result is needed although the client has left.
    var awaited: Call {
        var context = context
        context.departure = context.departure.awaited
        return Call(request, context, key: key, of: outline, view: view)
    }

    /// The circulation as the caller may see it.
    var circulation: Circulation { view(context) }

    /// The caller, as entries name them.
    var attribution: Attribution { Attribution(principal: context.peer.principal) }

    /// The barcode in the path.
    func barcode() throws -> Barcode {
        guard let text = segment else {
            throw RequestFailure(.invalidBarcode, Message("cannot read the barcode in the path"))
        }
        return try Barcode(wire: text)
    }

    /// The number in the path, from 1 on; throws a failure with this message for anything else.
    func number(otherwise message: @autoclosure () -> Message) throws(RequestFailure) -> Int64 {
        guard let number = segment.flatMap({ Int64($0) }), number > 0 else {
            throw RequestFailure(.invalidRequest, message())
        }
        return number
    }

    /// The parameter of the path; nil if its percent-encoding is wrong.
    var segment: String? {
        outline.parameters.first { $0.place == .path }
            .flatMap { context.parameters.get($0.name) }
            .flatMap { PathSegment.decoded($0) }
    }

    /// The value of a query parameter; nil if the request does not have it.
    subscript(_ parameter: Parameter) -> String? {
        request.uri.queryParameters[Substring(parameter.name)].map { String($0) }
    }

    /// The values of a query parameter that a request can have several times.
    func values(_ parameter: Parameter) -> [String] {
        request.uri.queryParameters[values: Substring(parameter.name)].map { String($0) }
    }

    /// The value of a query parameter that is `true` or `false`; false if the request does not have it.
    func flag(_ parameter: Parameter) throws(RequestFailure) -> Bool {
        switch self[parameter] {
        case nil, "false": return false
        case "true": return true
        default:
            let detail = Message("cannot read \(parameter.name, "parameter"): it is true or false")
            throw RequestFailure(.invalidRequest, detail)
        }
    }

    /// A time in the query, in the site's time zone unless it states an offset.
    func moment(_ parameter: Parameter) throws -> WrittenMoment? {
        try self[parameter].map { text in
            // The plus sign of an offset may arrive as a space.
            let isRFC3339 = text.dropFirst(10).first == "T"
            let words = isRFC3339 ? String(text.map { $0 == " " ? "+" : $0 }) : text
            return try WrittenMoment(
                wire: words,
                field: parameter.name,
                by: circulation.settings.clock,
                now: circulation.now
            )
        }
    }

    /// The number of rows that the caller asks for, from 1 to the maximum page length.
    func limit() throws(RequestFailure) -> Int {
        guard let text = self[.limit] else { return API.standardPage }
        guard let limit = Int(text), (1...API.longestPage).contains(limit) else {
            let detail = Message(
                "cannot list \(text.prefix(40), "text") rows: limit is a number from 1 to \(API.longestPage, "limit")"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return limit
    }

    /// Where the page begins, as returned by an earlier page.
    func cursor() throws(RequestFailure) -> Int64? {
        guard let text = self[.cursor] else { return nil }
        guard let cursor = Int64(text), cursor >= 0 else {
            let detail = Message("cannot go on from that cursor: send what an earlier page gave as next")
            throw RequestFailure(.invalidRequest, detail)
        }
        return cursor
    }

    /// The name under which the caller queries the progress of this request; nil if it gives none.
    func progressName() throws(RequestFailure) -> ProgressBoard.Name? {
        guard let header = HTTPField.Name(API.progressHeader), let text = request.headers[header] else { return nil }
        guard let name = ProgressBoard.Name(text) else {
            let detail = Message(
                "cannot use \(API.progressHeader, "header"): its name is 1 to 64 letters, digits and hyphens"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return name
    }
}

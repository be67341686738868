import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

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

    /// The circulation as the caller may see it.
    var circulation: Circulation { view(context) }

    /// The caller, as entries name them.
    var attribution: Attribution { Attribution(principal: context.peer.principal) }

    /// The barcode in the path.
    func barcode() throws -> Barcode {
        guard let text = segment else {
            throw Problem(.invalidBarcode, detail: "cannot read the barcode in the path")
        }
        return try Barcode(wire: text)
    }

    /// The number in the path, from 1 on; throws a problem with this detail for anything else.
    func number(otherwise detail: String) throws(Problem) -> Int64 {
        guard let number = segment.flatMap({ Int64($0) }), number > 0 else {
            throw Problem(.invalidRequest, detail: detail)
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
    func flag(_ parameter: Parameter) throws -> Bool { try request.flag(parameter.name) }

    /// A time in the query, in the site's time zone unless it states an offset.
    func moment(_ parameter: Parameter) throws -> WrittenMoment? {
        try self[parameter].map { text in
            // The plus sign of an offset may arrive as a space.
            let isRFC3339 = text.dropFirst(10).first == "T"
            let words = isRFC3339 ? String(text.map { $0 == " " ? "+" : $0 }) : text
            return try WrittenMoment(wire: words, field: parameter.name, by: circulation.settings.clock)
        }
    }

    /// The number of rows that the caller asks for, from 1 to the maximum page length.
    func limit() throws(Problem) -> Int { try request.limit() }

    /// Where the page begins, as returned by an earlier page.
    func cursor() throws -> Int64? { try request.cursor() }

    /// The name under which the caller queries the progress of this request; nil if it gives none.
    func progressName() throws -> ProgressBoard.Name? { try request.progressName() }
}

import HTTPTypes
import Hummingbird
import Vocabulary
import Wire

/// An endpoint and its handler.
struct Route: Sendable {
    /// The definition of the endpoint.
    let outline: EndpointOutline
    /// The act under which its use is recorded; nil when it is not recorded.
    let act: Access.Act?
    /// Whether the work is cancelled when the client disconnects.
    ///
    /// Work that changes entities or tables always finishes, including a rebuild of the derived tables. A cancelled
    /// backup leaves neither a copy nor an entry. A print batch continues when its client disconnects; the wait for a
    /// printer ends without this.
    let isGivenUp: Bool
    /// Whether responses to requests with an idempotency key are stored.
    var storesResponse = false
    let handle: @Sendable (Request, PeerContext) async throws -> Response

    init(
        _ outline: EndpointOutline,
        recordedAs act: Access.Act?,
        isGivenUp: Bool,
        handle: @escaping @Sendable (Request, PeerContext) async throws -> Response
    ) {
        self.outline = outline
        self.act = act
        // A disconnected client's work is cancelled, so that it does not use up a user's share.
        self.isGivenUp = isGivenUp || outline.work != nil
        self.handle = handle
    }

    var method: HTTPRequest.Method { HTTPRequest.Method(rawValue: outline.method.rawValue) ?? .get }
    /// The path with its parameters in braces, as in the API description.
    var path: String { outline.path }
    var access: AccessLevel { outline.access }
    /// The kind of expensive work that needs a share of ``WorkBudget``; nil for a route that answers quickly.
    var work: WorkKind? { outline.work }
    /// The method and the path, as written to the access record.
    var name: String { outline.name }

    /// The path in the router's syntax: `{tile}` matches the rest of the path.
    var routerPath: RouterPath { RouterPath(path.replacing("{tile}", with: "**")) }
}

import HTTPTypes
import Hummingbird
import Records
import Wire

/// One method on one path: its access level and its handler.
struct Route: Sendable {
    /// The definition of the endpoint that it serves.
    var outline: EndpointOutline?
    let method: HTTPRequest.Method
    /// The path with its parameters in braces, as in the API description.
    let path: String
    let access: AccessLevel
    /// The act under which its use is recorded; nil when it is not recorded.
    var act: Access.Act?
    /// The kind of expensive work that needs a share of ``WorkBudget``; nil for a route that answers quickly.
    var work: WorkKind?
    /// Whether the work is cancelled when the client disconnects.
    ///
    /// Work that changes records or tables always finishes, including a rebuild of the derived tables. A cancelled
    /// backup leaves neither a copy nor an entry. A print batch continues when its client disconnects; the wait for a
    /// printer ends without this.
    var isGivenUp = false
    let handle: @Sendable (Request, PeerContext) async throws -> Response

    /// The method and the path, as written to the access record.
    var name: String { "\(method.rawValue) \(path)" }

    /// The path in the router's syntax: `{tile}` matches the rest of the path.
    var routerPath: RouterPath { RouterPath(path.replacing("{tile}", with: "**")) }

    static func get(
        _ path: String,
        access: AccessLevel = .reader,
        recordedAs act: Access.Act? = nil,
        work: WorkKind? = nil,
        isGivenUp: Bool = false,
        handle: @escaping @Sendable (Request, PeerContext) async throws -> Response
    ) -> Route {
        Route(
            method: .get,
            path: path,
            access: access,
            act: act,
            work: work,
            // A disconnected client's work is cancelled, so that it does not use up a user's share.
            isGivenUp: isGivenUp || work != nil,
            handle: handle
        )
    }

    static func post(
        _ path: String,
        access: AccessLevel,
        recordedAs act: Access.Act? = nil,
        work: WorkKind? = nil,
        isGivenUp: Bool = false,
        handle: @escaping @Sendable (Request, PeerContext) async throws -> Response
    ) -> Route {
        Route(
            method: .post,
            path: path,
            access: access,
            act: act,
            work: work,
            // A disconnected client's work is cancelled, so that it does not use up a user's share.
            isGivenUp: isGivenUp || work != nil,
            handle: handle
        )
    }

    static func put(
        _ path: String,
        access: AccessLevel,
        handle: @escaping @Sendable (Request, PeerContext) async throws -> Response
    ) -> Route {
        Route(method: .put, path: path, access: access, handle: handle)
    }

    static func delete(
        _ path: String,
        access: AccessLevel,
        handle: @escaping @Sendable (Request, PeerContext) async throws -> Response
    ) -> Route {
        Route(method: .delete, path: path, access: access, handle: handle)
    }
}

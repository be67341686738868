import HTTPTypes
import Hummingbird
import Records
import Wire

/// One method on one path, who may use it, and what it does.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// The path with its parameters in braces, as the API description writes it.
    let path: String
    let access: AccessLevel
    /// What using it is recorded as; not at all when nil.
    var act: Access.Act?
    /// What it takes so much of that it needs a share of ``WorkBudget``; nil for what is answered at once.
    var work: WorkKind?
    /// Whether the work is given up when the client goes away.
    ///
    /// What changes records or tables is finished in any case, a rebuild of the tables too; a backup that is given up leaves
    /// neither a copy nor an entry. A run of labels goes on without whoever waits for it.
    var isGivenUp = false
    let handle: @Sendable (Request, PeerContext) async throws -> Response

    /// The method and the path, as the record of access names it.
    var name: String { "\(method.rawValue) \(path)" }

    /// The path as the router takes it: `{tile}` stands for all that follows.
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
            // Nobody's share is spent on an answer that nobody takes.
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
            // Nobody's share is spent on an answer that nobody takes.
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

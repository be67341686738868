import Circulation
import DaemonServices
import HTTPTypes
import Hummingbird
import Localization
import TransferLog
import Vocabulary
import Wire

/// Makes routes that serve the endpoints of the API: each decodes the request, calls its handler, and encodes the
/// response.
struct EndpointServer: Sendable {
    /// The daemon's own circulation, which may see everything.
    let circulation: Circulation
    let access: AccessRecorder
    let log: TransferLog
    /// The running requests whose responses are stored.
    let keyed: KeyedRequests

    /// The circulation as the sender of a request may see it.
    func circulation(for context: PeerContext) -> Circulation {
        let route = context.endpointPath ?? ""
        return access.circulation(circulation, for: context.peer.principal, with: context.rights, through: route)
    }

    /// Serves an endpoint with a body and a response in JSON.
    ///
    /// - Parameters:
    ///   - entities: the entities that a request is about, whose expungement forgets its idempotency key.
    ///   - repairsLog: whether a request is carried out although the log cannot be written.
    func serve<Body: WireValue, Answer: WireValue>(
        _ endpoint: Endpoint<Body, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        about entities: (@Sendable (Call) async throws -> [EntityID])? = nil,
        repairsLog: Bool = false,
        _ handle: @escaping @Sendable (Call, Body) async throws -> Answer
    ) -> Route {
        var route = respond(to: endpoint, recordedAs: act, isGivenUp: isGivenUp) { (call, body: Body) in
            try await response(to: call, isGivenUp: isGivenUp, about: entities, repairsLog: repairsLog) {
                try await handle($0, body)
            }
        }
        route.storesResponse = endpoint.outline.storesResponse
        return route
    }

    /// Serves an endpoint with a JSON response and no body.
    func serve<Answer: WireValue>(
        _ endpoint: Endpoint<Nothing, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Route {
        var route = respond(to: endpoint, recordedAs: act, isGivenUp: isGivenUp) { call in
            try await response(to: call, isGivenUp: isGivenUp, about: nil, repairsLog: false, handle)
        }
        route.storesResponse = endpoint.outline.storesResponse
        return route
    }

    /// Handles a call, or repeats the stored response to an earlier one with the same idempotency key.
    private func response<Answer: WireValue>(
        to call: Call,
        isGivenUp: Bool,
        about entities: (@Sendable (Call) async throws -> [EntityID])?,
        repairsLog: Bool,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) async throws -> Response {
        let status = call.outline.status
        guard case .byResponse(let remains) = call.outline.repetition, let key = call.key else {
            return try Response(try await handle(call), status: status)
        }
        let path = call.request.uri.path
        let named = try await entities?(call) ?? []
        return try await call.context.departure.leaving { [log, keyed] in
            let request = KeyedRequests.Request(
                key: key,
                path: path,
                entities: named,
                localizer: { call.context.localizer },
                clearance: call.context.rights.clearance,
                remains: remains,
                repairsLog: repairsLog
            )
            let stored = try await keyed.response(to: request, in: log) {
                let call = call.awaited
                let answer =
                    isGivenUp
                    ? try await call.context.departure.cancelling { try await handle(call) } : try await handle(call)
                return StoredResponse(status: status.code, body: Array(try WireCoding.encode(answer)))
            }
            return try Response(stored, remains: remains)
        }
    }

    /// Serves an endpoint with a JSON body and a response without content.
    func serve<Body: WireValue>(
        _ endpoint: Endpoint<Body, Nothing>,
        recordedAs act: Access.Act? = nil,
        _ handle: @escaping @Sendable (Call, Body) async throws -> Void
    ) -> Route {
        respond(to: endpoint, recordedAs: act) { (call, body: Body) in
            try await handle(call, body)
            return Response(status: .noContent)
        }
    }

    /// Serves an endpoint without any content.
    func serve(
        _ endpoint: Endpoint<Nothing, Nothing>,
        recordedAs act: Access.Act? = nil,
        _ handle: @escaping @Sendable (Call) async throws -> Void
    ) -> Route {
        respond(to: endpoint, recordedAs: act) { call in
            try await handle(call)
            return Response(status: .noContent)
        }
    }

    /// Serves an endpoint with a JSON body whose handler creates the response itself.
    func respond<Body: WireValue, Answer>(
        to endpoint: Endpoint<Body, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        _ handle: @escaping @Sendable (Call, Body) async throws -> Response
    ) -> Route {
        let (outline, view) = (endpoint.outline, self.circulation(for:))
        return Route(outline, recordedAs: act, isGivenUp: isGivenUp) { request, context in
            let (body, key) = try await request.decoded(Body.self, from: context.peer)
            return try await handle(Call(request, context, key: key, of: outline, view: view), body)
        }
    }

    /// Serves an endpoint whose handler reads the body, if there is one, and creates the response itself.
    func respond<Body, Answer>(
        to endpoint: Endpoint<Body, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        let (outline, view) = (endpoint.outline, self.circulation(for:))
        return Route(outline, recordedAs: act, isGivenUp: isGivenUp) { request, context in
            let key = try request.key(of: context.peer)
            return try await handle(Call(request, context, key: key, of: outline, view: view))
        }
    }
}

extension EndpointOutline {
    fileprivate var storesResponse: Bool { if case .byResponse = repetition { true } else { false } }
    /// The status of a success.
    fileprivate var status: HTTPResponse.Status { HTTPResponse.Status(code: success) }
}

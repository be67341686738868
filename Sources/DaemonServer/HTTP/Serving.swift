import HTTPTypes
import Hummingbird
import Records
import Wire

// Routes that serve the endpoints of the API: each decodes the request, calls its handler, and encodes the response.

extension DaemonParts {
    /// Serves an endpoint with a body and a response in JSON.
    func serve<Body: WireValue, Answer: WireValue>(
        _ endpoint: Endpoint<Body, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        _ handle: @escaping @Sendable (Call, Body) async throws -> Answer
    ) -> Route {
        let outline = endpoint.outline
        return respond(to: endpoint, recordedAs: act, isGivenUp: isGivenUp) { (call, body: Body) in
            try Response(try await handle(call, body), status: outline.status)
        }
    }

    /// Serves an endpoint with a JSON response and no body.
    func serve<Answer: WireValue>(
        _ endpoint: Endpoint<Nothing, Answer>,
        recordedAs act: Access.Act? = nil,
        isGivenUp: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Route {
        let outline = endpoint.outline
        return respond(to: endpoint, recordedAs: act, isGivenUp: isGivenUp) { call in
            try Response(try await handle(call), status: outline.status)
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
    /// The status of a success.
    fileprivate var status: HTTPResponse.Status { HTTPResponse.Status(code: success) }
}

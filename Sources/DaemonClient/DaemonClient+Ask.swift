import NIOCore
public import Wire

extension DaemonClient {
    static let jsonType = "application/json"

    /// Sends a request with a JSON body, and returns the response.
    ///
    /// - Parameters:
    ///   - segment: the parameter of the path, if it has one.
    ///   - query: the query parameters with their values.
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func ask<Body: WireValue, Answer: WireValue>(
        _ endpoint: Endpoint<Body, Answer>,
        at segment: String? = nil,
        _ body: Body,
        query: [Parameter.Argument] = []
    ) async throws(DaemonClientError) -> Answer {
        try await send(endpoint.outline, at: segment, try json(body), query: query).value(Answer.self)
    }

    /// Sends a request without a body, and returns the response.
    ///
    /// - Parameter progress: the name under which ``progress(named:)`` reports the progress of a long request.
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func ask<Answer: WireValue>(
        _ endpoint: Endpoint<Nothing, Answer>,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        progress: String? = nil
    ) async throws(DaemonClientError) -> Answer {
        try await send(endpoint.outline, at: segment, query: query, progress: progress).value(Answer.self)
    }

    /// Sends a request with a JSON body that is answered without content.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func ask<Body: WireValue>(
        _ endpoint: Endpoint<Body, Nothing>,
        at segment: String? = nil,
        _ body: Body
    ) async throws(DaemonClientError) {
        _ = try await send(endpoint.outline, at: segment, try json(body)).success()
    }

    /// Sends a request without a body that is answered without content.
    ///
    /// - Parameter progress: the name under which ``progress(named:)`` reports the progress of a long request.
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func ask(
        _ endpoint: Endpoint<Nothing, Nothing>,
        at segment: String? = nil,
        progress: String? = nil
    ) async throws(DaemonClientError) {
        _ = try await send(endpoint.outline, at: segment, progress: progress).success()
    }

    /// Sends a request with a JSON body, and returns the bytes of the response.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func fetch<Body: WireValue>(
        _ endpoint: Endpoint<Body, Bytes>,
        at segment: String? = nil,
        _ body: Body,
        query: [Parameter.Argument] = []
    ) async throws(DaemonClientError) -> [UInt8] {
        try await send(endpoint.outline, at: segment, try json(body), query: query).bytes(of: endpoint.outline)
    }

    /// Sends a request without a body, and returns the bytes of the response.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func fetch(
        _ endpoint: Endpoint<Nothing, Bytes>,
        at segment: String? = nil,
        query: [Parameter.Argument] = []
    ) async throws(DaemonClientError) -> [UInt8] {
        try await send(endpoint.outline, at: segment, query: query).bytes(of: endpoint.outline)
    }

    /// Sends bytes, and returns the bytes of the response.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func fetch(_ endpoint: Endpoint<Bytes, Bytes>, _ body: [UInt8]) async throws(DaemonClientError) -> [UInt8] {
        let outline = endpoint.outline
        return try await send(outline, ByteBuffer(bytes: body), type: outline.bodyType).bytes(of: outline)
    }

    /// Sends a request as it is defined, and returns the response, which may be a refusal.
    ///
    /// It is repeated after a lost connection if its definition permits that.
    func send(
        _ outline: EndpointOutline,
        at segment: String? = nil,
        _ body: ByteBuffer? = nil,
        type: String = DaemonClient.jsonType,
        longest: Int = API.longestRequest,
        query: [Parameter.Argument] = [],
        range: ClosedRange<Int64>? = nil,
        progress: String? = nil
    ) async throws(DaemonClientError) -> DaemonAnswer {
        if let body, body.readableBytes > longest { throw .requestTooLong(limit: longest) }
        let request = try self.request(outline, at: segment, query: query, body: body, type: type)
        return try await answer(to: request.asking(for: range).named(progress))
    }

    /// Returns a value as the bytes of a request.
    func json(_ value: some Encodable) throws(DaemonClientError) -> ByteBuffer {
        do {
            return ByteBuffer(bytes: try WireCoding.encodeRequest(value))
        } catch {
            throw .malformedAnswer("the request has no JSON form")
        }
    }
}

extension DaemonClient {
    /// Returns the progress of the long request with this name; nil if it has ended or not begun.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func progress(named name: String) async throws(DaemonClientError) -> ProgressResource? {
        do {
            return try await ask(API.Progress.show, at: name)
        } catch .problem(let problem) where problem.status == 404 {
            return nil
        }
    }
}

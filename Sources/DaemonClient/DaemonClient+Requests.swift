import FoundationEssentials
import NIOCore
import Wire

extension DaemonClient {
    static let jsonType = "application/json"

    /// Gets the value at a path.
    func get<Value: Decodable & Sendable>(
        _ path: String,
        query: [(name: String, value: String?)] = [],
        within limit: Duration? = nil
    ) async throws(DaemonClientError) -> Value {
        try await answer(to: .get(path, query: query, within: limit ?? limits.request)).value(Value.self)
    }

    /// Sends a value as JSON and decodes the response.
    func post<Value: Decodable & Sendable>(
        _ path: String,
        _ value: some Encodable & Sendable,
        within limit: Duration? = nil,
        isRepeatable: Bool = true
    ) async throws(DaemonClientError) -> Value {
        let bytes = try json(value)
        return try await post(path, bytes, type: Self.jsonType, within: limit, isRepeatable: isRepeatable)
            .value(Value.self)
    }

    /// Sends bytes with a new key.
    ///
    /// If the path ignores keys, the request is not repeated after a lost connection.
    func post(
        _ path: String,
        _ bytes: ByteBuffer,
        type: String,
        longest: Int = API.longestRequest,
        within limit: Duration? = nil,
        isRepeatable: Bool = true
    ) async throws(DaemonClientError) -> DaemonAnswer {
        guard bytes.readableBytes <= longest else { throw .requestTooLong(limit: longest) }
        return try await answer(
            to: .post(
                path,
                body: bytes,
                type: type,
                key: newKey(),
                within: limit ?? limits.request,
                isRepeatable: isRepeatable
            )
        )
    }

    /// Deletes the resource at a path.
    func delete(_ path: String) async throws(DaemonClientError) {
        _ = try await answer(to: .delete(path, within: limits.request)).success()
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

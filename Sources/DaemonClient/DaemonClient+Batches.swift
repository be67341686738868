import NIOCore
public import Wire

extension DaemonClient {
    /// Sends a file of readings of at most ``Wire/API/longestBatch`` bytes.
    ///
    /// Sending it again changes nothing.
    ///
    /// - Parameter query: the values of parameters that the file does not state itself.
    public func take(file: [UInt8], query: [Parameter.Argument]) async throws(DaemonClientError) -> BatchResource {
        let outline = API.Batches.upload.outline
        return try await send(
            outline,
            ByteBuffer(bytes: file),
            type: outline.bodyType,
            longest: API.longestBatch,
            query: query
        ).value(BatchResource.self)
    }
}

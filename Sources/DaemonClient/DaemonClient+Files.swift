import NIOCore
public import Wire

extension DaemonClient {
    /// The maximum number of bytes of a file to fetch in one request.
    private static let longestPart: Int64 = 4 << 20

    /// Returns the part of a file from `offset`; empty at the end.
    ///
    /// - Parameter length: the size of the file, in bytes.
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func part(
        of endpoint: Endpoint<Nothing, Bytes>,
        at segment: String,
        from offset: Int64,
        length: Int64
    ) async throws(DaemonClientError) -> [UInt8] {
        guard offset < length else { return [] }
        let last = min(offset + Self.longestPart, length) - 1
        let bytes = try await send(endpoint.outline, at: segment, range: offset...last).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Restores the file of a document that is missing in the store.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func store(_ bytes: [UInt8], as file: DocumentFileResource) async throws(DaemonClientError) {
        _ = try await upload(bytes, to: API.DocumentFiles.store, at: file.sha256, longest: API.longestDocument)
            .success()
    }

    /// Decodes the barcodes in an image file of at most ``Wire/API/longestImage`` bytes.
    ///
    /// `mode` is `fast` or `thorough`; `symbologies` are the names of those to find, empty for all.
    ///
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func decode(
        image: [UInt8],
        mode: String? = nil,
        symbologies: [String] = []
    ) async throws(DaemonClientError) -> DecodeResponse {
        let names = symbologies.isEmpty ? nil : symbologies.joined(separator: ",")
        let query = [API.Decoding.mode.set(mode), API.Decoding.symbologies.set(names)]
        return try await upload(image, to: API.Decoding.decode, longest: API.longestImage, query: query)
            .value(DecodeResponse.self)
    }

    /// Sends a file of readings of at most ``Wire/API/longestBatch`` bytes.
    ///
    /// Sending it again changes nothing.
    ///
    /// - Parameter query: the values of parameters that the file does not state itself.
    /// - Throws: ``DaemonClientError`` if the request cannot be sent, is refused, or has no valid response.
    public func take(file: [UInt8], query: [Parameter.Argument]) async throws(DaemonClientError) -> BatchResource {
        try await upload(file, to: API.Batches.upload, longest: API.longestBatch, query: query)
            .value(BatchResource.self)
    }

    private func upload<Answer>(
        _ bytes: [UInt8],
        to endpoint: Endpoint<Bytes, Answer>,
        at segment: String? = nil,
        longest: Int,
        query: [Parameter.Argument] = []
    ) async throws(DaemonClientError) -> DaemonAnswer {
        let (outline, body) = (endpoint.outline, ByteBuffer(bytes: bytes))
        return try await send(outline, at: segment, body, type: outline.bodyType, longest: longest, query: query)
    }
}

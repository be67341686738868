import NIOCore
public import Wire

extension DaemonClient {
    /// The maximum number of bytes of a file to fetch in one request.
    private static let part: Int64 = 4 << 20

    /// Returns a page of the files of documents.
    public func documentFiles(
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<DocumentFileResource> {
        try await get(API.documentFiles, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns the part of a file from `offset`; empty at the end.
    public func part(of file: DocumentFileResource, from offset: Int64) async throws(DaemonClientError) -> [UInt8] {
        guard let length = file.bytes, offset < length else { return [] }
        let last = min(offset + Self.part, length) - 1
        let request = DaemonRequest.get(Self.path(of: file), within: limits.request)
            .asking(for: "bytes=\(offset)-\(last)")
        let bytes = try await answer(to: request).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Restores a file that is missing in the store.
    public func store(_ bytes: [UInt8], as file: DocumentFileResource) async throws(DaemonClientError) {
        let request = DaemonRequest.put(Self.path(of: file), body: ByteBuffer(bytes: bytes), within: limits.print)
        _ = try await answer(to: request).success()
    }

    private static func path(of file: DocumentFileResource) -> String {
        "\(API.documentFiles)/\(WireCoding.pathSegment(file.sha256))"
    }
}

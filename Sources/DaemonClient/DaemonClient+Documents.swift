import NIOCore
public import Wire

extension DaemonClient {
    /// The maximum number of bytes of a document to fetch in one request.
    private static let documentPart: Int64 = 4 << 20

    /// Returns a page of the documents of the item or container with this barcode, or of all documents, in log order.
    public func documents(
        of barcode: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<DocumentResource> {
        try await get(API.documents, query: [("of", barcode), ("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns the document that this entry attached.
    public func document(_ entry: Int64) async throws(DaemonClientError) -> DocumentResource {
        try await get("\(API.documents)/\(entry)")
    }

    /// Returns the part of the scanned file from `offset`; empty at the end.
    public func part(of document: DocumentResource, from offset: Int64) async throws(DaemonClientError) -> [UInt8] {
        guard offset < document.bytes else { return [] }
        let last = min(offset + Self.documentPart, document.bytes) - 1
        let path = "\(API.documents)/\(document.entry)/content"
        let request = DaemonRequest.get(path, within: limits.request).asking(for: "bytes=\(offset)-\(last)")
        let bytes = try await answer(to: request).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Has the daemon read the stored file and compare it with the log.
    public func verifyDocument(_ entry: Int64) async throws(DaemonClientError) -> DocumentCheckResource {
        try await get("\(API.documents)/\(entry)/verification")
    }

    /// Moves a document to another item or container; returns the result.
    public func moveDocument(
        _ entry: Int64,
        _ move: DocumentMoveRequest
    ) async throws(DaemonClientError) -> DocumentResource {
        try await post("\(API.documents)/\(entry)/moves", move)
    }

    /// Files a file from quarantine.
    ///
    /// Its pages are counted first, which may take as long as ``TimeLimits/print``.
    public func assign(_ assignment: AssignmentRequest) async throws(DaemonClientError) -> AssignmentResource {
        try await post(API.assignments, assignment, within: limits.print)
    }

    /// Returns a page of the scanned files that could not be filed.
    public func quarantine(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<QuarantinedFileResource> {
        try await get(API.quarantine, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

import NIOCore
public import Wire

extension DaemonClient {
    /// Most bytes of a document that are fetched at once.
    private static let documentPart: Int64 = 4 << 20

    /// A page of the documents of the thing with this barcode, or of all things, in the order of the log.
    public func documents(
        of barcode: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<DocumentResource> {
        try await get(API.documents, query: [("of", barcode), ("limit", String(limit)), ("cursor", cursor)])
    }

    /// The document that this entry attached.
    public func document(_ entry: Int64) async throws(DaemonClientError) -> DocumentResource {
        try await get("\(API.documents)/\(entry)")
    }

    /// The part of the scanned file from `offset` on; none at its end.
    public func part(of document: DocumentResource, from offset: Int64) async throws(DaemonClientError) -> [UInt8] {
        guard offset < document.bytes else { return [] }
        let last = min(offset + Self.documentPart, document.bytes) - 1
        let path = "\(API.documents)/\(document.entry)/content"
        let request = DaemonRequest.get(path, within: limits.request).asking(for: "bytes=\(offset)-\(last)")
        let bytes = try await answer(to: request).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Has the daemon read the stored file through and compare it with the log.
    public func verifyDocument(_ entry: Int64) async throws(DaemonClientError) -> DocumentCheckResource {
        try await get("\(API.documents)/\(entry)/verification")
    }

    /// Lets a document belong to another thing, and returns it as it is then.
    public func moveDocument(
        _ entry: Int64,
        _ move: DocumentMoveRequest
    ) async throws(DaemonClientError) -> DocumentResource {
        try await post("\(API.documents)/\(entry)/moves", move)
    }

    /// Files a file from quarantine; its pages are counted first, which may take as long as ``TimeLimits/print``.
    public func assign(_ assignment: AssignmentRequest) async throws(DaemonClientError) -> AssignmentResource {
        try await post(API.assignments, assignment, within: limits.print)
    }

    /// The scanned files that could not be filed.
    public func quarantine(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<QuarantinedFileResource> {
        try await get(API.quarantine, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

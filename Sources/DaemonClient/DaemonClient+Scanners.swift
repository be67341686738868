import NIOHTTP1
public import Wire

extension DaemonClient {
    /// What is plugged in and may be a gun.
    public func scanners(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<ScannerDeviceResource> {
        try await get(API.scanners, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Binds the next gun that types a barcode: the first event says which barcode, the last what came of it.
    public nonisolated func withPairing<Result: Sendable>(
        _ request: ScannerPairingRequest,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let content = try await json(request)
        return try await withStream(.POST, API.scannerPairings, content: content, body)
    }

    /// Looks at what the gun with this stable name sends while `body` runs.
    ///
    /// - Parameter expected: the barcode that is scanned; the daemon's own test barcode when nil.
    public nonisolated func withTest<Result: Sendable>(
        of scanner: String,
        expected: String?,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let path = "\(API.scanners)/\(WireCoding.pathSegment(scanner))/test"
        let query = expected.map { "?expected=\(WireCoding.pathSegment($0))" } ?? ""
        return try await withStream(.GET, path + query, body)
    }

    /// Forgets a gun that was paired.
    public func forget(scanner: String) async throws(DaemonClientError) {
        try await delete("\(API.scanners)/\(WireCoding.pathSegment(scanner))")
    }
}

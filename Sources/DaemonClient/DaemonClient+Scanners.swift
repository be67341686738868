import NIOHTTP1
public import Wire

extension DaemonClient {
    /// Returns a page of the connected devices that may be scanners.
    public func scanners(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<ScannerDeviceResource> {
        try await get(API.scanners, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Pairs the next scanner that reads the barcode in the first event; the last event has the result.
    public nonisolated func withPairing<Result: Sendable>(
        _ request: ScannerPairingRequest,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let content = try await json(request)
        return try await withStream(.POST, API.scannerPairings, content: content, body)
    }

    /// Observes the input of the scanner with this permanent name, for the duration of `body`.
    ///
    /// - Parameter expected: the barcode that will be scanned; the daemon's own test barcode if nil.
    public nonisolated func withTest<Result: Sendable>(
        of scanner: String,
        expected: String?,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let path = "\(API.scanners)/\(WireCoding.pathSegment(scanner))/test"
        let query = expected.map { "?expected=\(WireCoding.pathSegment($0))" } ?? ""
        return try await withStream(.GET, path + query, body)
    }

    /// Deletes the pairing of a scanner.
    public func forget(scanner: String) async throws(DaemonClientError) {
        try await delete("\(API.scanners)/\(WireCoding.pathSegment(scanner))")
    }
}

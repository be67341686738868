public import Wire

extension DaemonClient {
    /// Pairs the next scanner that reads the barcode in the first event; the last event has the result.
    public nonisolated func withPairing<Result: Sendable>(
        _ request: ScannerPairingRequest,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        try await withStream(API.Scanners.pair.outline, content: try await json(request), body)
    }

    /// Observes the input of the scanner with this permanent name, for the duration of `body`.
    ///
    /// - Parameter expected: the barcode that will be scanned; the daemon's own test barcode if nil.
    public nonisolated func withTest<Result: Sendable>(
        of scanner: String,
        expected: String?,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let query = [API.Scanners.expected.set(expected)]
        return try await withStream(API.Scanners.test.outline, at: scanner, query: query, body)
    }
}

public import Wire

extension DaemonClient {
    /// The printers that CUPS knows.
    public func printers() async throws(DaemonClientError) -> PrinterList { try await get(API.printers) }
}

public import Wire

extension DaemonClient {
    /// The printers that CUPS knows, and those of the configuration.
    public func printers(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<PrinterResource> {
        try await get(API.printers, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// A printer, asked itself.
    public func printer(_ name: String) async throws(DaemonClientError) -> PrinterResource {
        try await get(Self.printerPath(name))
    }

    /// Prints a label for looking at it and scanning it, and waits until the printer has done it.
    public func testPrinter(
        _ name: String,
        _ page: PrinterTestRequest
    ) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(Self.printerPath(name) + "/test", page, within: limits.print, isRepeatable: false)
    }

    /// Prints the page by which a printer is measured, and waits until the printer has done it.
    public func printRuler(
        on name: String,
        _ page: PrinterTestRequest
    ) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(Self.printerPath(name) + "/ruler", page, within: limits.print, isRepeatable: false)
    }

    /// Keeps where the scales of a ruler page came out.
    public func calibratePrinter(
        _ name: String,
        _ scales: CalibrationRequest
    ) async throws(DaemonClientError) -> CalibrationResource {
        try await post(Self.printerPath(name) + "/calibration", scales)
    }

    /// Forgets how a printer was measured.
    public func forgetCalibration(of name: String) async throws(DaemonClientError) {
        try await delete(Self.printerPath(name) + "/calibration")
    }

    private static func printerPath(_ name: String) -> String { API.printers + "/" + WireCoding.pathSegment(name) }
}

public import Wire

extension DaemonClient {
    /// Returns a page of the printers in CUPS and in the configuration.
    public func printers(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<PrinterResource> {
        try await get(API.printers, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns a printer with its own current status.
    public func printer(_ name: String) async throws(DaemonClientError) -> PrinterResource {
        try await get(Self.printerPath(name))
    }

    /// Prints a label for inspection and scanning, and waits until the printer has finished.
    public func testPrinter(
        _ name: String,
        _ page: PrinterTestRequest
    ) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(Self.printerPath(name) + "/test", page, within: limits.print, isRepeatable: false)
    }

    /// Prints the page for measuring a printer, and waits until the printer has finished.
    public func printRuler(
        on name: String,
        _ page: PrinterTestRequest
    ) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(Self.printerPath(name) + "/ruler", page, within: limits.print, isRepeatable: false)
    }

    /// Stores the measured positions of the scales on a ruler page.
    public func calibratePrinter(
        _ name: String,
        _ scales: CalibrationRequest
    ) async throws(DaemonClientError) -> CalibrationResource {
        try await post(Self.printerPath(name) + "/calibration", scales)
    }

    /// Deletes the calibration of a printer.
    public func forgetCalibration(of name: String) async throws(DaemonClientError) {
        try await delete(Self.printerPath(name) + "/calibration")
    }

    private static func printerPath(_ name: String) -> String { API.printers + "/" + WireCoding.pathSegment(name) }
}

import NIOCore
public import Wire

extension DaemonClient {
    /// Returns a page of the available label templates.
    public func labelTemplates(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<LabelTemplateResource> {
        try await get(API.labelTemplates, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Checks a template; an invalid one is a problem that names its line.
    public func checkLabelTemplate(
        _ template: LabelTemplateCheckRequest
    ) async throws(DaemonClientError) -> LabelTemplateResource {
        try await post(API.labelTemplates + "/check", template)
    }

    /// Returns labels as the bytes of a PNG or PDF file.
    public func previewLabel(_ label: LabelPreviewRequest) async throws(DaemonClientError) -> [UInt8] {
        try await file(try await post(API.labelPreview, try json(label), type: Self.jsonType))
    }

    /// Returns the sheet of control barcodes as the bytes of a PNG or PDF file.
    public func drawControls(_ sheet: ControlSheetRequest) async throws(DaemonClientError) -> [UInt8] {
        try await file(try await post("/v1/labels/controls", try json(sheet), type: Self.jsonType))
    }

    /// Prints the sheet of control barcodes, and waits until the printer has finished.
    public func printControls(_ sheet: ControlPrintRequest) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post("/v1/labels/controls/prints", sheet, within: limits.print, isRepeatable: false)
    }

    /// Returns a page of the partly used sheets of labels.
    public func labelSheets(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<LabelSheetResource> {
        try await get("/v1/labels/sheets", query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Records that a sheet was replaced by a new one in the printer.
    public func resetLabelSheet(
        _ sheet: LabelSheetResetRequest
    ) async throws(DaemonClientError) -> Page<LabelSheetResource> {
        try await post("/v1/labels/sheets/reset", sheet)
    }

    func file(_ answer: DaemonAnswer) async throws(DaemonClientError) -> [UInt8] {
        let body = try answer.success()
        guard answer.mediaType == "image/png" || answer.mediaType == "application/pdf" else {
            throw .malformedAnswer("a label is neither PNG nor PDF")
        }
        return Array(body.readableBytesView)
    }

    /// Prints the current signed checkpoint of the log, and waits until the printer has finished.
    public func printCheckpoint(_ page: CheckpointPrintRequest) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post("/\(API.version)/log/checkpoint/prints", page, within: limits.print, isRepeatable: false)
    }
}

import NIOCore
public import Wire

extension DaemonClient {
    /// The label templates that can be used.
    public func labelTemplates() async throws(DaemonClientError) -> LabelTemplateList {
        try await get(API.labelTemplates)
    }

    /// Whether a template could be used; one that is wrong is a problem that names its line.
    public func checkLabelTemplate(
        _ template: LabelTemplateCheckRequest
    ) async throws(DaemonClientError) -> LabelTemplateResource {
        try await post(API.labelTemplates + "/check", template)
    }

    /// A label as the bytes of a PNG or PDF file.
    public func previewLabel(_ label: LabelPreviewRequest) async throws(DaemonClientError) -> [UInt8] {
        let answer = try await post(API.labelPreview, try json(label), type: Self.jsonType)
        let body = try answer.success()
        guard answer.mediaType == "image/png" || answer.mediaType == "application/pdf" else {
            throw .malformedAnswer("a label is neither PNG nor PDF")
        }
        return Array(body.readableBytesView)
    }

    /// Prints the signed checkpoint of the log now, and waits until the printer has done it.
    public func printCheckpoint(_ page: CheckpointPrintRequest) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post("/\(API.version)/log/checkpoint/prints", page, within: limits.print, isRepeatable: false)
    }
}

public import Wire

extension DaemonClient {
    /// Changes what is known about a thing, and returns it as it is then.
    public func change(
        _ barcode: String,
        _ change: ChangeRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(Self.path(ofRecord: barcode, "changes"), change)
    }

    /// Gives a thing another barcode, and returns it as it is then.
    public func label(
        _ barcode: String,
        _ labelling: LabellingRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(Self.path(ofRecord: barcode, "labels"), labelling)
    }

    /// What can be done to a thing of any sort.
    static func path(ofRecord barcode: String, _ act: String) -> String {
        "/\(API.version)/records/\(WireCoding.pathSegment(barcode))/\(act)"
    }
}

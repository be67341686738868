public import Wire

extension DaemonClient {
    /// Changes a record; returns the result.
    public func change(
        _ barcode: String,
        _ change: ChangeRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(Self.path(ofRecord: barcode, "changes"), change)
    }

    /// Assigns a barcode to a record; returns the result.
    public func label(
        _ barcode: String,
        _ labelling: LabellingRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(Self.path(ofRecord: barcode, "labels"), labelling)
    }

    /// Returns the path of an act on a record of any type.
    static func path(ofRecord barcode: String, _ act: String) -> String {
        "/\(API.version)/records/\(WireCoding.pathSegment(barcode))/\(act)"
    }
}

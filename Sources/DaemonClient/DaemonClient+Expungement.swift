import NIOCore
public import Wire

extension DaemonClient {
    /// Requests the expungement of a record.
    public func requestExpungement(
        of barcode: String,
        _ request: ExpungementRequest
    ) async throws(DaemonClientError) -> EntryResource {
        try await post(Self.path(ofRecord: barcode, "expungement"), request)
    }

    /// Carries out an expungement that another principal requested.
    public func approveExpungement(of barcode: String) async throws(DaemonClientError) -> EntryResource {
        let path = Self.path(ofRecord: barcode, "expungement/approval")
        return try await post(path, ByteBuffer(), type: Self.jsonType).value(EntryResource.self)
    }
}

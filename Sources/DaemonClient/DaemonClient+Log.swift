import NIOCore
public import Wire

extension DaemonClient {
    private static let log = "/\(API.version)/log"

    /// Voids an earlier entry; returns the correction.
    public func correct(_ correction: CorrectionRequest) async throws(DaemonClientError) -> EntryResource {
        try await post("\(Self.log)/corrections", correction)
    }
}

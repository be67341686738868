import NIOCore
public import Wire

extension DaemonClient {
    private static let log = "/\(API.version)/log"

    /// Voids an earlier entry; returns the correction.
    public func correct(_ correction: CorrectionRequest) async throws(DaemonClientError) -> EntryResource {
        try await post("\(Self.log)/corrections", correction)
    }

    /// Returns the signed size and root of the current log, as the bytes of a C2SP checkpoint.
    public func checkpoint() async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("\(Self.log)/checkpoint", within: limits.request))
        return try Self.bytes(of: answer, type: "text/plain")
    }

    /// Returns the bytes of a file that proves one entry to outsiders.
    public func proof(ofEntry number: Int64) async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("\(Self.log)/proofs/\(number)", within: limits.request))
        return try Self.bytes(of: answer, type: Self.jsonType)
    }

    /// Returns the bytes of a file that proves that the log only grew since an earlier checkpoint.
    public func consistency(withEarlier checkpoint: [UInt8]) async throws(DaemonClientError) -> [UInt8] {
        let body = ByteBuffer(bytes: checkpoint)
        let answer = try await post("\(Self.log)/consistency", body, type: "application/octet-stream")
        return try Self.bytes(of: answer, type: Self.jsonType)
    }

    /// Verifies the whole log, which may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: the name under which ``progress(named:)`` reports its progress.
    public func verification(as name: String? = nil) async throws(DaemonClientError) -> VerificationResource {
        let request = DaemonRequest.get("\(Self.log)/verification", within: limits.wholeLog)
        return try await answer(to: request.named(name)).value(VerificationResource.self)
    }

    /// Rebuilds the derived tables from the log, which may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: the name under which ``progress(named:)`` reports its progress.
    public func rebuild(as name: String? = nil) async throws(DaemonClientError) {
        let request = wholeLogRequest("\(Self.log)/rebuild")
        _ = try await answer(to: request.named(name)).success()
    }

    /// Creates a request without a body that reads the whole log and is sent only once.
    func wholeLogRequest(_ path: String) -> DaemonRequest {
        .post(
            path,
            body: ByteBuffer(),
            type: Self.jsonType,
            key: newKey(),
            within: limits.wholeLog,
            isRepeatable: false
        )
    }

    private static func bytes(of answer: DaemonAnswer, type: String) throws(DaemonClientError) -> [UInt8] {
        let body = try answer.success()
        guard answer.mediaType == type else { throw .malformedAnswer("it is not \(type)") }
        return Array(body.readableBytesView)
    }
}

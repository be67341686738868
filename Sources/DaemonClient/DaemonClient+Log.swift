import NIOCore
public import Wire

extension DaemonClient {
    private static let log = "/\(API.version)/log"

    /// Says that an earlier entry does not count, and returns the entry that says so.
    public func correct(_ correction: CorrectionRequest) async throws(DaemonClientError) -> EntryResource {
        try await post("\(Self.log)/corrections", correction)
    }

    /// The signed size and root of the log now, as the bytes of a C2SP checkpoint.
    public func checkpoint() async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("\(Self.log)/checkpoint", within: limits.request))
        return try Self.bytes(of: answer, type: "text/plain")
    }

    /// The bytes of a file that proves one entry to an outsider.
    public func proof(ofEntry number: Int64) async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("\(Self.log)/proofs/\(number)", within: limits.request))
        return try Self.bytes(of: answer, type: Self.jsonType)
    }

    /// The bytes of a file that proves that the log of an earlier checkpoint only grew.
    public func consistency(withEarlier checkpoint: [UInt8]) async throws(DaemonClientError) -> [UInt8] {
        let body = ByteBuffer(bytes: checkpoint)
        let answer = try await post("\(Self.log)/consistency", body, type: "application/octet-stream")
        return try Self.bytes(of: answer, type: Self.jsonType)
    }

    /// What does not fit in the whole log; it may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: shows how far it is under ``progress(named:)``.
    public func verification(as name: String? = nil) async throws(DaemonClientError) -> VerificationResource {
        let request = DaemonRequest.get("\(Self.log)/verification", within: limits.wholeLog)
        return try await answer(to: request.named(name)).value(VerificationResource.self)
    }

    /// Makes the tables that follow from the entries anew; it may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: shows how far it is under ``progress(named:)``.
    public func rebuild(as name: String? = nil) async throws(DaemonClientError) {
        let request = wholeLogRequest("\(Self.log)/rebuild")
        _ = try await answer(to: request.named(name)).success()
    }

    /// A request without a body that goes through the whole log, and is sent once only.
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

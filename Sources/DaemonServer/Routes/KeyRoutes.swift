import Hummingbird
import LogProof
import Records
import Wire

/// Routes for the key that signs the log.
struct KeyRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get("/v1/log/key", handle: key),
            .post("/v1/log/key/changes", access: .administrator, handle: change),
        ]
    }

    @Sendable private func key(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await answer()
    }

    @Sendable private func change(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(KeyChangeRequest.self, from: context.peer)
        let reason = try FreeText(wire: body.reason, field: "reason")
        let by = Attribution(principal: context.peer.principal)
        _ = try await daemon.checkpoints.changeKey(reason: reason.text, by: by)
        return try await answer()
    }

    private func answer() async throws -> Response {
        let keys = try await daemon.checkpoints.verifierKeys().map(\.description)
        let changes = try await daemon.checkpoints.keyChanges().suffix(KeyChange.most)
        return try Response(
            LogKeyResource(
                key: keys.first ?? "",
                formerKeys: Array(keys.dropFirst().prefix(KeyChange.most)),
                changes: changes.map(\.checkpoint.serialized)
            )
        )
    }
}

extension DaemonParts {
    /// The public half of the current signing key.
    func signingKey() async throws -> NoteVerifierKey {
        guard let key = try await checkpoints.verifierKeys().first else {
            throw Problem(.degraded, status: 503, detail: "cannot sign: the log has no key")
        }
        return key
    }
}

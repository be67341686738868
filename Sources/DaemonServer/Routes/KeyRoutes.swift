import Localization
import LogProof
import Safekeeping
import Vocabulary
import Wire
import WireResources

/// Routes for the key that signs the log.
struct KeyRoutes {
    let server: EndpointServer
    let checkpoints: CheckpointKeeper

    var routes: [Route] {
        [
            server.serve(API.LogKeys.show) { _ in try await keys() },
            // A lost key is replaced while the log cannot be written without it.
            server.serve(API.LogKeys.change, repairsLog: true) { call, body in
                let reason = try FreeText(wire: body.reason, field: "reason")
                _ = try await checkpoints.changeKey(reason: reason.text, by: call.attribution)
                return try await keys()
            },
        ]
    }

    private func keys() async throws -> LogKeyResource {
        let keys = try await checkpoints.verifierKeys().map(\.description)
        let changes = try await checkpoints.keyChanges().suffix(KeyChange.most)
        return LogKeyResource(
            key: keys.first ?? "",
            formerKeys: Array(keys.dropFirst().prefix(KeyChange.most)),
            changes: changes.map(\.checkpoint.serialized)
        )
    }
}

extension CheckpointKeeper {
    /// The public half of the current signing key.
    func signingKey() async throws -> NoteVerifierKey {
        guard let key = try await verifierKeys().first else {
            throw RequestFailure(.degraded, Message("cannot sign: the log has no key"))
        }
        return key
    }
}

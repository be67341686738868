import Circulation
import DaemonServices
import FoundationEssentials
import Hummingbird
import Localization
import Safekeeping
import Settings
import Stations
import Synchronization
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes that make, fetch and restore backups of the log.
struct BackupRoutes {
    let server: EndpointServer
    let log: TransferLog
    let circulation: Circulation
    let checkpoints: CheckpointKeeper
    let backups: BackupKeeper
    let restores: RestoreKeeper
    let events: EventHub
    let progress: ProgressBoard
    let directory: StateDirectory

    var routes: [Route] {
        [
            server.serve(API.Backups.create, isGivenUp: true) { call in
                let backup = try await progress.run(
                    try call.progressName(),
                    for: call.context.peer.principal
                ) {
                    try await backups.make(by: call.attribution)
                }
                return BackupResource(
                    name: backup.name,
                    entries: backup.entries,
                    bytes: backup.bytes,
                    sha256: backup.sha256,
                    checkpoint: backup.checkpoint
                )
            },
            server.respond(to: API.Backups.read) { call in
                let backup = try await backups.backup(named: try call.backup())
                return try await FileAnswer(
                    path: backup.path,
                    bytes: backup.bytes,
                    mediaType: "application/vnd.sqlite3"
                ).response(to: call)
            },
            server.serve(API.Backups.delete) { call in try await backups.discard(try call.backup()) },
            server.respond(to: API.Backups.restore, restore),
        ]
    }

    /// Replaces the log with the backup in the body.
    @Sendable private func restore(_ call: Call) async throws -> Response {
        let reason = try FreeText(wire: call[API.Backups.reason] ?? "", field: "reason")
        let abandons = try call.flag(API.Backups.abandon)
        guard let length = call.request.headers[.contentLength].flatMap({ Int64($0) }), length > 0 else {
            throw RequestFailure(
                .invalidRequest,
                status: 411,
                Message("cannot take the backup: say its Content-Length")
            )
        }
        try DiskRoom.check(length * 2, in: directory.path)
        let key = Mutex<RequestKey?>(nil)
        let done: Restoration
        do {
            done = try await progress.run(try call.progressName(), for: call.context.peer.principal) {
                try await restores.restore(
                    reason: reason,
                    abandons: abandons,
                    by: call.attribution,
                    noting: { done, transaction in
                        guard let key = key.withLock({ $0 }) else { return }
                        try transaction.store(try Self.response(of: done), of: key)
                    }
                ) { path in
                    WorkMeter.current?.report(WorkProgress(.receiving, of: length))
                    try await FileIO().writeFile(contents: call.request.body, path: path, context: call.context)
                    // The backup is a part of what the key identifies.
                    let received = try await call.request.key(of: call.context.peer) {
                        Array(try await BlockingWork.run { try FileDigest(path: path) }.sha256.utf8)
                    }
                    if let received { try await refuseRepetition(received) }
                    key.withLock { $0 = received }
                }
            }
        } catch let earlier as EarlierResponse {
            return try Response(earlier.response, remains: nil)
        }
        try await checkpoints.check()
        events.publish(.logGrew(nil))
        _ = try await circulation.interpretOpenReadings()
        return try Response(try Self.response(of: done), remains: nil)
    }

    /// Throws the response to an earlier request with this key.
    private func refuseRepetition(_ key: RequestKey) async throws {
        do {
            let response = try await log.read { try $0.response(of: key) }
            if let response { throw EarlierResponse(response: response) }
        } catch let error as TransferLogError {
            // A log that cannot be read may be restored.
            if case .keyReused = error { throw error }
        }
    }

    private struct EarlierResponse: Error { let response: StoredResponse }

    /// The response that the new log contains with the idempotency key, so that a repetition gets it even after a crash.
    private static func response(of done: Restoration) throws -> StoredResponse {
        let resource = RestorationResource(
            entries: done.entries,
            entry: done.entry,
            abandoned: done.abandoned,
            expunged: done.expunged,
            keptIn: done.keptIn
        )
        return StoredResponse(status: 200, body: Array(try WireCoding.encode(resource)))
    }
}

extension Call {
    /// The name of the backup in the path.
    fileprivate func backup() throws -> String {
        guard let name = segment else {
            throw RequestFailure(.invalidRequest, Message("cannot read the name in the path"))
        }
        return name
    }
}

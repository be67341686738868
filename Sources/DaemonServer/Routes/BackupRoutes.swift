import Circulation
import FoundationEssentials
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes that make, fetch and restore backups of the log.
struct BackupRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .post("/v1/log/backups", access: .administrator, isGivenUp: true, handle: make),
            .get("/v1/log/backups/{name}", access: .administrator, handle: fetch),
            .delete("/v1/log/backups/{name}", access: .administrator, handle: discard),
            .post("/v1/log/restoration", access: .administrator, handle: restore),
        ]
    }

    @Sendable private func make(_ request: Request, _ context: PeerContext) async throws -> Response {
        let attribution = Attribution(principal: context.peer.principal)
        let backup = try await daemon.progress.run(try request.progressName(), for: context.peer.principal) {
            try await daemon.backups.make(by: attribution)
        }
        return try Response(
            BackupResource(
                name: backup.name,
                entries: backup.entries,
                bytes: backup.bytes,
                sha256: backup.sha256,
                checkpoint: backup.checkpoint
            ),
            status: .created
        )
    }

    @Sendable private func fetch(_ request: Request, _ context: PeerContext) async throws -> Response {
        let backup = try await daemon.backups.backup(named: try name(context))
        return try await FileAnswer(path: backup.path, bytes: backup.bytes, mediaType: "application/vnd.sqlite3")
            .response(to: request, context)
    }

    @Sendable private func discard(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await daemon.backups.discard(try name(context))
        return Response(status: .noContent)
    }

    /// Replaces the log with the backup in the body.
    @Sendable private func restore(_ request: Request, _ context: PeerContext) async throws -> Response {
        let query = request.uri.queryParameters
        let reason = try FreeText(wire: String(query["reason"] ?? ""), field: "reason")
        guard let length = request.headers[.contentLength].flatMap({ Int64($0) }), length > 0 else {
            throw Problem(.invalidRequest, status: 411, detail: "cannot take the backup: say its Content-Length")
        }
        try DiskRoom.check(length * 2, in: daemon.configuration.stateDirectory)
        let done = try await daemon.progress.run(try request.progressName(), for: context.peer.principal) {
            try await daemon.restores.restore(
                reason: reason,
                abandons: query["abandon"] == "true",
                by: Attribution(principal: context.peer.principal)
            ) { path in
                WorkMeter.current?.report(WorkProgress(.receiving, of: length))
                try await FileIO().writeFile(contents: request.body, path: path, context: context)
            }
        }
        try await daemon.checkpoints.check()
        daemon.events.publish(.logGrew(nil))
        _ = try await daemon.circulation.interpretOpenReadings()
        return try Response(
            RestorationResource(
                entries: done.entries,
                entry: done.entry,
                abandoned: done.abandoned,
                expunged: done.expunged,
                keptIn: done.keptIn
            )
        )
    }

    private func name(_ context: PeerContext) throws -> String {
        guard let name = context.parameters.get("name").flatMap({ PathSegment.decoded($0) }) else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot read the name in the path")
        }
        return name
    }
}

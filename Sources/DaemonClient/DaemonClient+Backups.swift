import NIOCore
public import Wire

extension DaemonClient {
    private static let backups = "/\(API.version)/log/backups"
    /// The maximum number of bytes to fetch in one request.
    public static let backupPart: Int64 = 4 << 20

    /// Has the daemon back up and verify its log, which may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: the name under which ``progress(named:)`` reports its progress.
    public func makeBackup(as name: String? = nil) async throws(DaemonClientError) -> BackupResource {
        try await answer(to: wholeLogRequest(Self.backups).named(name)).value(BackupResource.self)
    }

    /// Returns the bytes of a backup from `offset`, at most ``backupPart``; empty at the end.
    public func part(of backup: BackupResource, from offset: Int64) async throws(DaemonClientError) -> [UInt8] {
        guard offset < backup.bytes else { return [] }
        let last = min(offset + Self.backupPart, backup.bytes) - 1
        let request = DaemonRequest.get(try path(of: backup), within: limits.request)
            .asking(for: "bytes=\(offset)-\(last)")
        let bytes = try await answer(to: request).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Has the daemon delete a backup that was fetched.
    public func discard(_ backup: BackupResource) async throws(DaemonClientError) {
        try await delete(try path(of: backup))
    }

    /// Returns a tile of the exported log, by its C2SP tlog-tiles path.
    public func tile(_ path: String) async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("/\(API.version)/log/\(path)", within: limits.request))
        return Array(try answer.success().readableBytesView)
    }

    private func path(of backup: BackupResource) throws(DaemonClientError) -> String {
        "\(Self.backups)/\(WireCoding.pathSegment(backup.name))"
    }
}

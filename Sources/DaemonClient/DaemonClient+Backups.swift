import NIOCore
public import Wire

extension DaemonClient {
    private static let backups = "/\(API.version)/log/backups"
    /// Most bytes that are fetched at once.
    public static let backupPart: Int64 = 4 << 20

    /// Has the daemon copy and verify its log; it may take as long as ``TimeLimits/wholeLog``.
    ///
    /// - Parameter name: shows how far it is under ``progress(named:)``.
    public func makeBackup(as name: String? = nil) async throws(DaemonClientError) -> BackupResource {
        try await answer(to: wholeLogRequest(Self.backups).named(name)).value(BackupResource.self)
    }

    /// The bytes of a backup from `offset` on, at most ``backupPart`` of them; none at its end.
    public func part(of backup: BackupResource, from offset: Int64) async throws(DaemonClientError) -> [UInt8] {
        guard offset < backup.bytes else { return [] }
        let last = min(offset + Self.backupPart, backup.bytes) - 1
        let request = DaemonRequest.get(try path(of: backup), within: limits.request)
            .asking(for: "bytes=\(offset)-\(last)")
        let bytes = try await answer(to: request).success()
        guard bytes.readableBytes == Int(last - offset + 1) else { throw .malformedAnswer("a part of another length") }
        return Array(bytes.readableBytesView)
    }

    /// Has the daemon remove a backup that was fetched.
    public func discard(_ backup: BackupResource) async throws(DaemonClientError) {
        try await delete(try path(of: backup))
    }

    /// A piece of the exported log, by its path as C2SP tlog-tiles names it.
    public func tile(_ path: String) async throws(DaemonClientError) -> [UInt8] {
        let answer = try await answer(to: .get("/\(API.version)/log/\(path)", within: limits.request))
        return Array(try answer.success().readableBytesView)
    }

    private func path(of backup: BackupResource) throws(DaemonClientError) -> String {
        "\(Self.backups)/\(WireCoding.pathSegment(backup.name))"
    }
}

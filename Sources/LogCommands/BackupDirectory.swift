import FoundationEssentials
import Glibc
import Localization
import Terminal

/// A directory of log backups and the files of documents, each stored once.
///
/// The calls block, so they are made on the main thread.
@MainActor struct BackupDirectory {
    let path: String

    private var documents: String { path + "/documents" }

    var hasDocuments: Bool { access(documents, F_OK) == 0 }

    /// Creates the directory that contains a backup.
    init(of file: String) { path = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "." }

    init(path: String) { self.path = path }

    /// Returns the backups, by the names that the daemon gave them.
    func backups() throws(StreamError) -> [String] { try names(in: path).filter(BackupRetention.isBackup) }

    func remove(_ backup: String) throws(StreamError) { try unlink(path + "/" + backup) }

    /// Returns the path of a document's file.
    func file(_ sha256: String) -> String {
        "\(documents)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
    }

    func has(_ sha256: String, bytes: Int64) -> Bool {
        var status = stat()
        return stat(file(sha256), &status) == 0 && Int64(status.st_size) == bytes
    }

    /// Creates the parent directories of a document's file.
    func makeRoom(for sha256: String) throws(StreamError) {
        let second = "\(documents)/\(sha256.prefix(2))"
        for directory in [documents, second, "\(second)/\(sha256.dropFirst(2).prefix(2))"] {
            guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
                throw .cannotWrite(directory, errno: errno)
            }
        }
    }

    /// Removes the files of documents that are not in `kept`; returns their number.
    func removeDocuments(but kept: Set<String>) throws(StreamError) -> Int {
        guard hasDocuments else { return 0 }
        var removed = 0
        for first in try names(in: documents) {
            for second in try names(in: "\(documents)/\(first)") {
                for name in try names(in: "\(documents)/\(first)/\(second)") where !kept.contains(name) {
                    try unlink("\(documents)/\(first)/\(second)/\(name)")
                    removed += 1
                }
            }
        }
        return removed
    }

    private func names(in directory: String) throws(StreamError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch {
            throw .cannotRead(
                name: Message(verbatim: directory),
                reason: Message("it is no directory that can be listed")
            )
        }
    }

    private func unlink(_ path: String) throws(StreamError) {
        guard Glibc.unlink(path) == 0 || errno == ENOENT else {
            throw .cannotWrite(path, errno: errno)
        }
    }
}

/// The retention rule for backups: a minimum number, and all younger than a limit.
struct BackupRetention: Sendable, Hashable {
    /// The number of newest backups to keep, whatever their age.
    let count: Int
    /// The age in days below which all backups are kept.
    let days: Int

    /// Returns those of `names`, which are the daemon's names for backups, that have expired at a time in seconds since
    /// 1970.
    func expired(_ names: [String], at now: Int) -> [String] {
        let limit = Self.name(at: now - days * 86_400)
        return names.sorted(by: >).dropFirst(count).filter { $0 < limit }
    }

    /// Whether a file is a backup by its name, such as `outguide-20260131T093000Z.backup`.
    static func isBackup(_ name: String) -> Bool {
        name.utf8.count == 32 && name.hasPrefix("outguide-") && name.hasSuffix("Z.backup")
            && name.utf8.dropFirst(9).dropLast(8).allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "T") }
    }

    private static func name(at seconds: Int) -> String {
        var (time, fields) = (time_t(seconds), tm())
        gmtime_r(&time, &fields)
        var buffer = [CChar](repeating: 0, count: 64)
        let length = strftime(&buffer, buffer.count, "outguide-%Y%m%dT%H%M%SZ.backup", &fields)
        return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

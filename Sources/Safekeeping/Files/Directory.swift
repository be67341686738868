import FoundationEssentials
import Glibc
import Localization

/// A directory of the daemon below its state directory.
public struct Directory: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Creates the directory if it does not exist.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the system refuses.
    public func make() throws(BackupError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
    }

    /// Removes the directory and its contents, if it exists.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if it cannot be removed.
    public func remove() throws(BackupError) {
        guard exists else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .files(path: path, reason: error.asMessage)
        }
    }

    /// Renames the directory, and returns when the new name is on disk.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the system refuses.
    public func rename(to other: String) throws(BackupError) {
        guard Glibc.rename(path, other) == 0 else { throw failure(path) }
        try Directory.sync(containing: other)
    }

    /// Moves the file at `source` to `target`, replacing an existing file; returns false when there is no file at
    /// `source`.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the system refuses.
    @discardableResult
    public static func move(_ source: String, to target: String) throws(BackupError) -> Bool {
        if Glibc.rename(source, target) == 0 { return true }
        guard errno == ENOENT, access(source, F_OK) != 0 else {
            throw .files(path: source, reason: .system(errno))
        }
        return false
    }

    /// Syncs the directory that contains `path`.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the system refuses.
    public static func sync(containing path: String) throws(BackupError) {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .files(path: parent, reason: .system(errno)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .files(path: parent, reason: .system(errno)) }
    }

    private func failure(_ path: String) -> BackupError { .files(path: path, reason: .system(errno)) }
}

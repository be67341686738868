import FoundationEssentials
import Glibc

/// The folder of files that could not be filed, each with its reason in a small text beside it.
///
/// A file that is moved back into the drop folder is tried again. Calls block.
struct Quarantine: Sendable {
    /// A file that waits for somebody to look at it.
    struct File: Sendable, Hashable {
        let name: String
        let reason: String
        let bytes: Int64
        /// When it was put here, in microseconds since 1970.
        let since: Int64
    }

    let folder: DropFolder

    /// Moves `file` here; its reason is on the disk before it is.
    func take(_ file: WaitingFile, because reason: String) throws(DropFolderError) {
        let directory = folder.quarantine
        // Whoever may use the folder may use this too, whatever the daemon's own umask says.
        var around = stat()
        guard stat(folder.path, &around) == 0 else { throw failure(folder.path) }
        if mkdir(directory, 0o700) == 0 {
            chmod(directory, around.st_mode & 0o7777)
        } else if errno != EEXIST {
            throw failure(directory)
        }
        var number = 1
        var name = file.name
        while access("\(directory)/\(name)", F_OK) == 0 {
            number += 1
            name = "\(number)-\(file.name)"
        }
        let note = "\(directory)/\(name)\(Self.suffix)"
        do {
            try SmallFile(path: note).write(Array((reason + "\n").utf8))
        } catch {
            throw .cannotUse(path: note, reason: "\(error)")
        }
        chmod(note, around.st_mode & 0o666)
        var status = stat()
        let source = "\(folder.path)/\(file.name)"
        guard lstat(source, &status) == 0, FileIdentity(status) == file.identity else {
            unlink(note)
            return
        }
        guard rename(source, "\(directory)/\(name)") == 0 else {
            let failure = failure(source)
            unlink(note)
            throw failure
        }
    }

    /// When something was last put here or taken away, in microseconds since 1970; nil when nothing ever was.
    var changedAt: Int64? {
        var status = stat()
        guard stat(folder.quarantine, &status) == 0 else { return nil }
        return Int64(status.st_mtim.tv_sec) &* 1_000_000 &+ Int64(status.st_mtim.tv_nsec) / 1_000
    }

    /// What is here, by name.
    func files() -> [File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.quarantine)) ?? []
        return names.sorted().compactMap { name in
            guard !name.hasSuffix(Self.suffix), !name.hasSuffix(".new") else { return nil }
            var status = stat()
            let path = "\(folder.quarantine)/\(name)"
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            let note = (try? SmallFile(path: path + Self.suffix).read()) ?? nil
            let reason = note.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").first.map(String.init) }
            return File(
                name: name,
                reason: (reason ?? nil) ?? "nobody noted why",
                bytes: Int64(status.st_size),
                since: Int64(status.st_ctim.tv_sec) &* 1_000_000
            )
        }
    }

    private static let suffix = ".reason.txt"

    private func failure(_ path: String) -> DropFolderError {
        .cannotUse(path: path, reason: String(cString: strerror(errno)))
    }
}

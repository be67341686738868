import Crypto
import FoundationEssentials
import Glibc
public import Localization
public import Vocabulary

/// Scanned files below the state directory, each named by its SHA-256 and never modified.
///
/// Calls block.
public struct DocumentStore: Sendable {
    public let path: String
    /// Bytes kept free on the disk, so that the log can still be written.
    public var reserve: Int64

    public init(path: String, reserve: Int64 = DiskRoom.reserve) {
        self.path = path
        self.reserve = reserve
    }

    /// Creates the directories, and removes partial files left by a crash.
    ///
    /// - Throws: ``DocumentStoreError`` if a directory cannot be created.
    public func prepare() throws(DocumentStoreError) {
        try makeDirectories()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? []
        for name in names { unlink("\(incoming)/\(name)") }
    }

    public static func hash(of bytes: [UInt8]) -> ContentHash? {
        ContentHash(SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    /// The path of the file, whether or not it exists.
    public func file(_ hash: ContentHash) -> String {
        let text = hash.text
        return "\(path)/\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text)"
    }

    /// Stores `bytes`, and returns when both the content and the name are on disk.
    ///
    /// - Throws: ``DocumentStoreError`` if the disk is full, or would be, or if the file cannot be written.
    public func store(_ bytes: [UInt8], as hash: ContentHash) throws(DocumentStoreError) {
        let file = file(hash)
        // An existing file may not have been synced yet, or may be damaged.
        if (try? check(hash, bytes: Int64(bytes.count))) != nil { return try sync(directoryOf: file) }
        do {
            try makeDirectories()
            try DiskRoom.check(Int64(bytes.count), leaving: reserve, in: path)
        } catch let error as DocumentStoreError {
            throw error
        } catch BackupError.noRoom {
            throw .noRoom(path: path)
        } catch {
            throw .cannotUse(path: path, reason: error.asMessage)
        }
        let draft = "\(incoming)/\(UUID().uuidString)"
        do throws(DocumentStoreError) {
            try write(bytes, to: draft)
            let second = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex))
            let first = String(second.prefix(upTo: second.lastIndex(of: "/") ?? second.endIndex))
            try make(first)
            try make(second)
            guard rename(draft, file) == 0 else { throw failure(file) }
            for directory in [file, second, first] { try sync(directoryOf: directory) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Reads the whole file, and compares it with its hash and length.
    ///
    /// - Throws: ``DocumentStoreError`` if the file is missing, was changed or cannot be read.
    public func check(
        _ hash: ContentHash,
        bytes: Int64,
        isCancelled: () -> Bool = { false }
    ) throws(DocumentStoreError) {
        let digest: FileDigest
        do {
            guard let whole = try FileDigest(path: file(hash), isCancelled: isCancelled) else { return }
            digest = whole
        } catch {
            guard access(file(hash), F_OK) == 0 else { throw .missing(hash: hash.text) }
            throw .cannotUse(path: file(hash), reason: error.asMessage)
        }
        guard digest.sha256 == hash.text, digest.bytes == bytes else { throw .changed(hash: hash.text) }
    }

    /// Deletes the file permanently.
    ///
    /// - Throws: ``DocumentStoreError`` if the file exists and cannot be deleted.
    public func remove(_ hash: ContentHash) throws(DocumentStoreError) {
        if unlink(file(hash)) != 0 {
            guard errno == ENOENT else { throw failure(file(hash)) }
            return
        }
        try sync(directoryOf: file(hash))
    }

    private var incoming: String { path + "/incoming" }

    private func makeDirectories() throws(DocumentStoreError) {
        for directory in [path, incoming] { try make(directory) }
    }

    private func make(_ directory: String) throws(DocumentStoreError) {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw failure(directory) }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(DocumentStoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    private func sync(directoryOf path: String) throws(DocumentStoreError) {
        do {
            try Directory.sync(containing: path)
        } catch {
            throw .cannotUse(path: path, reason: error.asMessage)
        }
    }

    private func failure(_ path: String) -> DocumentStoreError {
        let code = errno
        return code == ENOSPC || code == EDQUOT
            ? .noRoom(path: path) : .cannotUse(path: path, reason: .system(code))
    }
}

/// Why a document cannot be stored or read.
public enum DocumentStoreError: Error, Sendable, Hashable, MessageConvertible {
    /// The disk is full, or would be.
    case noRoom(path: String)
    case cannotUse(path: String, reason: Message)
    /// The file no longer exists.
    case missing(hash: String)
    /// The file differs from what was stored.
    case changed(hash: String)

    public var message: Message {
        switch self {
        case .noRoom(let path): Message("cannot store a document in \(path, "path"): the disk is full, make room")
        case .cannotUse(let path, let reason): Message("cannot use \(path, "path"): \(reason, "reason")")
        case .missing(let hash):
            Message("cannot find the document \(hash, "file"): its file is gone, bring it back from a backup")
        case .changed(let hash):
            Message("cannot trust the document \(hash, "file"): its file was changed, bring it back from a backup")
        }
    }
}

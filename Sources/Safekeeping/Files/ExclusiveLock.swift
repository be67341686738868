import Glibc
public import Localization

/// A file lock that one process holds as long as it lives (flock(2)).
///
/// The kernel releases it when the process ends, however it ends.
public final class ExclusiveLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock at `path`; throws immediately when another process holds it.
    public init(path: String) throws(ExclusiveLockError) {
        let flags = O_CLOEXEC | O_NOFOLLOW
        let opened = open(path, O_RDWR | O_CREAT | flags, 0o600)
        // On a file system remounted read-only the file already exists.
        descriptor = opened < 0 && errno == EROFS ? open(path, O_RDONLY | flags) : opened
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: .system(errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            Glibc.close(descriptor)
            throw .held(path: path, by: holder)
        }
        let pid = "\(getpid())\n"
        // The process number is informational; the lock does not depend on it.
        _ = ftruncate(descriptor, 0)
        _ = pid.withCString { write(descriptor, $0, strlen($0)) }
    }

    deinit { Glibc.close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: buffer.prefix(count).prefix { $0 != 10 }, as: UTF8.self))
    }
}

/// Why a lock cannot be taken.
public enum ExclusiveLockError: Error, Sendable, Equatable, MessageConvertible {
    case cannotOpen(path: String, reason: Message)
    case held(path: String, by: Int32?)

    public var message: Message {
        switch self {
        case .cannotOpen(let path, let reason): Message("cannot open the lock \(path, "path"): \(reason, "reason")")
        case .held(let path, nil):
            Message("cannot start: another outguided holds \(path, "path"); stop it first")
        case .held(let path, let pid?):
            Message(
                "cannot start: another outguided (process \(.number(Int64(pid)), "process")) holds \(path, "path"); "
                    + "stop it first"
            )
        }
    }
}

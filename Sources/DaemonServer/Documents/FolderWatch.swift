// Dispatch sources may be used from any thread, but are not marked so.
@preconcurrency import Dispatch
import Glibc
import Synchronization

/// The one owner of an inotify descriptor on a folder: says when something in it was written or got its name.
final class FolderWatch: Sendable {
    /// An element for any number of changes.
    let changes: AsyncStream<Void>
    private let descriptor: CInt
    private let closed = Mutex<Set<String>>([])
    private let continuation: AsyncStream<Void>.Continuation
    private let source: any DispatchSourceRead

    init() throws(DropFolderError) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw .cannotUse(path: "inotify", reason: String(cString: strerror(errno))) }
        (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor,
            queue: DispatchQueue(label: "outguide.folder-watch")
        )
        source.setEventHandler { [weak self] in self?.drain() }
        source.setCancelHandler { [descriptor] in close(descriptor) }
        source.activate()
    }

    deinit { source.cancel() }

    /// Watches `path` from now on, or still; a folder that was mounted anew needs this again.
    func watch(_ path: String) throws(DropFolderError) {
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)
        guard inotify_add_watch(descriptor, path, mask) >= 0 else {
            throw .cannotUse(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// The names of files that were closed or renamed since the last call.
    func takeClosed() -> Set<String> {
        closed.withLock { names in
            defer { names = [] }
            return names
        }
    }

    /// Lets whoever waits for changes look now.
    func wake() { continuation.yield() }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            note(buffer[..<count])
        }
        continuation.yield()
    }

    /// Takes the names out of a run of `struct inotify_event`s: 16 bytes, of which the last four are the length of the
    /// name behind them, which is filled up with zeros.
    private func note(_ events: ArraySlice<UInt8>) {
        let header = 16
        events.withUnsafeBytes { bytes in
            var at = 0
            while at + header <= bytes.count {
                let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
                guard at + header + length <= bytes.count else { return }
                let name = bytes[at + header..<at + header + length].prefix { $0 != 0 }
                if let text = String(validating: name, as: UTF8.self), !text.isEmpty {
                    // What does not fit is found when it has settled.
                    closed.withLock { if $0.count < 100_000 { $0.insert(text) } }
                }
                at += header + length
            }
        }
    }
}

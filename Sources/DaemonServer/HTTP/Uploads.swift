import DaemonServices
import Glibc
import Hummingbird
import Localization
import NIOCore
import Safekeeping
import Synchronization
import Wire
import WireResources

/// Receives long bodies, so that slow or numerous senders cannot fill the memory.
///
/// A body is admitted by its length before any of it is read, and is kept on disk until it is complete. Its bytes
/// count against the limits from admission until the response.
final class Uploads: Sendable {
    /// Bytes admitted concurrently, for all users together and for one user.
    static let most = 768 << 20
    static let mostOfOneUser = 320 << 20

    private let directory: String
    private let admitted = Mutex<[uid_t: Int]>([:])

    /// - Parameter directory: where incomplete bodies are stored.
    init(directory: String) { self.directory = directory }

    /// Reads the body of `request`, at most `limit` bytes, and returns the result of `use`.
    ///
    /// Throws a ``RequestFailure`` of the kind `busy` while the uploads of this user, or of all users together, reach
    /// their limit, and one of the kind `too-large` for a longer body.
    func receive<Answer>(
        _ request: Request,
        upTo limit: Int,
        from peer: PeerCredentials,
        _ use: ([UInt8]) async throws -> Answer
    ) async throws -> Answer {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        guard length ?? 0 <= limit else { throw RequestFailure.tooLarge(limit) }
        let room = length ?? limit
        try admit(room, of: peer.uid)
        defer { admitted.withLock { $0[peer.uid, default: 0] -= room } }
        return try await use(try await bytes(of: request.body, upTo: limit, room: room))
    }

    private func admit(_ bytes: Int, of user: uid_t) throws(RequestFailure) {
        let isAdmitted = admitted.withLock { admitted in
            let (own, all) = (admitted[user, default: 0], admitted.values.reduce(0, +))
            guard own + bytes <= Self.mostOfOneUser, all + bytes <= Self.most else { return false }
            admitted = admitted.filter { $0.value > 0 }
            admitted[user] = own + bytes
            return true
        }
        guard isAdmitted else {
            let detail = Message(
                "cannot take the request: too many files are on their way; send it again when they are done"
            )
            throw RequestFailure(.busy, detail, retryAfter: 10)
        }
    }

    private func bytes(of body: RequestBody, upTo limit: Int, room: Int) async throws -> [UInt8] {
        var file: UploadFile?
        var pending = ByteBuffer()
        var count = 0
        do {
            for try await chunk in body {
                count += chunk.readableBytes
                guard count <= limit else { throw RequestFailure.tooLarge(limit) }
                pending.writeImmutableBuffer(chunk)
                guard pending.readableBytes >= UploadFile.piece else { continue }
                let piece = Array(buffer: pending)
                file = try await BlockingWork.run { [file, directory] in
                    if file == nil { try DiskRoom.check(Int64(room), in: directory) }
                    let target = try file ?? UploadFile(in: directory)
                    try target.append(piece)
                    return target
                }
                pending.clear()
            }
        } catch let error as CancellationError {
            throw error
        } catch let failure as RequestFailure {
            throw failure
        } catch let error as BackupError {
            throw error
        } catch {
            // The connection ended before the body was complete, or the body does not match its headers.
            throw RequestFailure(.invalidRequest, Message("cannot read the request: its body is not whole"))
        }
        guard let file else { return Array(buffer: pending) }
        let rest = Array(buffer: pending)
        return try await BlockingWork.run { try file.contents(followedBy: rest) }
    }
}

extension RequestFailure {
    /// The problem for a body with more than `limit` bytes.
    static func tooLarge(_ limit: Int) -> RequestFailure {
        RequestFailure(.tooLarge, Message("cannot take the request: it has more than \(limit, "limit") bytes"))
    }
}

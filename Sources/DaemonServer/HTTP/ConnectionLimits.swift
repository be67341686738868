import NIOCore

/// Limits on the resources that clients may use, so that no client can exhaust them.
struct ConnectionLimits: Sendable {
    /// Clients served concurrently.
    let served: Int
    /// How long a connection may stay idle.
    var idleTime = TimeAmount.seconds(30)
    /// How long a request may take to arrive, in addition to the time its bytes take at the slowest accepted rate.
    var requestTime = TimeAmount.seconds(30)
    var slowestBytesPerMillisecond = 8
    /// How long a client may leave its response unread.
    var answerTime = TimeAmount.seconds(60)
    /// Maximum total bytes of all headers of a request, and the maximum number of headers.
    var longestHeader = 16 * 1_024
    var mostHeaders = 64
    /// Maximum total bytes of the chunk extensions of a request.
    var longestExtensions = 16 * 1_024

    /// - Parameter descriptors: the process's limit on file descriptors. The number of clients is reduced so that the
    /// daemon keeps enough for its own files.
    init(served: Int, descriptors: Int = .max) {
        // The inverse of ``taken``.
        let most = (min(descriptors, 1 << 20) - Self.ownDescriptors - Self.reserve) / 2
        self.served = max(min(served, most), 1)
    }

    /// Descriptors that the daemon needs for its log, scanners, decoders, printers and stored files.
    private static let ownDescriptors = 160

    /// Clients of one user served concurrently, so that one runaway program leaves room for other users.
    var servedOfOneUser: Int { max(served * 3 / 4, 1) }

    /// Additional connections for root and the daemon's own user, so that an administrator can still query the
    /// daemon.
    var reserve: Int { Self.reserve }
    private static let reserve = 16

    /// Connections accepted in total; those beyond the served number get a response that the daemon is busy.
    var taken: Int { served * 2 + reserve }
}

import NIOCore

/// What clients may take of the daemon, so that none of them can take it all.
struct ConnectionLimits: Sendable {
    /// Clients that are served at once.
    let served: Int
    /// How long a connection may send nothing of a request.
    var idleTime = TimeAmount.seconds(30)
    /// How long a request may take to come in, beside the time that its bytes take at the slowest.
    var requestTime = TimeAmount.seconds(30)
    var slowestBytesPerMillisecond = 8
    /// How long a client may leave its answer where it is.
    var answerTime = TimeAmount.seconds(60)
    /// Most bytes of all headers of a request, and how many headers it may have.
    var longestHeader = 16 * 1_024
    var mostHeaders = 64
    /// Most bytes of the chunk extensions of a request.
    var longestExtensions = 16 * 1_024

    /// - Parameter descriptors: how many descriptors the process may have: those of clients leave enough for its own files.
    init(served: Int, descriptors: Int = .max) {
        // As ``taken`` counts them.
        let most = (min(descriptors, 1 << 20) - Self.ownDescriptors - Self.reserve) / 2
        self.served = max(min(served, most), 1)
    }

    /// Descriptors that the daemon needs for its log, its guns, decoders, printers and stored files.
    private static let ownDescriptors = 160

    /// Clients of one user that are served at once: one program gone wild leaves room for the others.
    var servedOfOneUser: Int { max(served * 3 / 4, 1) }

    /// More for root and the user of the daemon, so that the daemon can be asked what is going on.
    var reserve: Int { Self.reserve }
    private static let reserve = 16

    /// Connections that are taken at all: those that are too many are told that the daemon is busy.
    var taken: Int { served * 2 + reserve }
}

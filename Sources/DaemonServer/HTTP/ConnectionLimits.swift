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

    init(served: Int) { self.served = served }

    /// Clients of one user that are served at once: one program gone wild leaves room for the others.
    var servedOfOneUser: Int { max(served * 3 / 4, 1) }

    /// More for root and the user of the daemon, so that the daemon can be asked what is going on.
    var reserve: Int { 16 }

    /// Connections that are taken at all: those that are too many are told that the daemon is busy.
    var taken: Int { served * 2 + reserve }
}

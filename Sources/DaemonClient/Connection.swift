import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection to the daemon, which carries one request at a time.
struct Connection: Sendable {
    private let channel: any Channel

    /// Whether the connection is open at the daemon's end.
    var isOpen: Bool { channel.isActive }

    /// Connects to the socket at `path`.
    init(path: String, group: MultiThreadedEventLoopGroup, longestAnswer: Int) async throws(ConnectFault) {
        let bootstrap = ClientBootstrap(group: group).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                try channel.pipeline.syncOperations.addHandler(ExchangeHandler(longestAnswer: longestAnswer))
            }
        }
        do {
            channel = try await bootstrap.connect(unixDomainSocketPath: path).get()
        } catch {
            throw ConnectFault(error)
        }
    }

    /// Sends `request` and waits for its response.
    ///
    /// Cancelling the task closes the connection.
    func answer(to request: DaemonRequest) async throws(ExchangeFault) -> DaemonAnswer {
        let promise = channel.eventLoop.makePromise(of: DaemonAnswer.self)
        // A connection that was just closed no longer has a handler to report it.
        let sent = channel.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenFailure { _ in promise.fail(ExchangeFault.lost) }
        do {
            return try await withTaskCancellationHandler {
                channel.writeAndFlush(Exchange(request: request, answer: promise), promise: sent)
                return try await promise.futureResult.get()
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch {
            throw error as? ExchangeFault ?? .lost
        }
    }

    func close() { channel.close(promise: nil) }
}

extension ConnectFault {
    /// Creates the fault for an error of connecting.
    init(_ error: any Error) {
        if case .some(.unixDomainSocketPathTooLong) = error as? SocketAddressError {
            self = .pathTooLong
            return
        }
        guard let error = error as? IOError else {
            self = .failed("\(error)")
            return
        }
        switch error.errnoCode {
        case ENOENT: self = .absent("there is no such socket")
        case ECONNREFUSED: self = .absent("no process listens there")
        case EACCES, EPERM: self = .denied
        case let code: self = .failed(String(cString: strerror(code)))
        }
    }
}

/// The reason why a connection failed.
enum ConnectFault: Error, Sendable, Hashable {
    /// No process listens at the path; also the case while a daemon is starting.
    case absent(String)
    case denied
    case pathTooLong
    case failed(String)
}

/// A request in progress on a connection, with the promise of its response.
struct Exchange: Sendable {
    let request: DaemonRequest
    let answer: EventLoopPromise<DaemonAnswer>
}

/// The reason why a request on a connection has no response.
enum ExchangeFault: Error, Sendable, Hashable {
    /// The connection ended first.
    case lost
    case timedOut
    case answerTooLong
    case malformed(String)
}

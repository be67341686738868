import NIOCore
import Synchronization

/// The connections of a server.
///
/// When it stops, idle ones close immediately, the others after their response.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isEnding = false
    }

    private let state = Mutex(State())

    /// Called on the channel's event loop before the channel is set up.
    func add(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let isTooLate = state.withLock { state in
            if !state.isEnding { state.channels[id] = channel }
            return state.isEnding
        }
        if isTooLate { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { $0.channels[id] = nil }
        }
    }

    /// Asks all connections to close.
    func end() {
        let channels = state.withLock { state in
            state.isEnding = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }
}

package import Glibc
package import Localization
import Synchronization
package import Vocabulary

/// Distributes events to all listeners.
///
/// A listener that falls behind is disconnected and can resume where it stopped; other listeners never wait for it.
package final class EventHub: Sendable {
    /// An event for listeners.
    package enum Event: Sendable {
        /// The log has new entries, up to this one if it is known.
        case logGrew(EntryNumber?)
        case outcome(StationOutcome)
        case scanner(ScannerNotice)
        case station(StationState)
        /// Sent when no event has occurred for a while.
        case keepAlive
    }

    /// Maximum number of events queued for a listener.
    static let longestLag = 1_024
    /// Maximum number of listeners of one user: enough for many screens, but not for a program that opens them
    /// endlessly.
    static let mostOfOneUser = 64

    private struct State {
        var nextNumber = 0
        var listeners: [Int: (owner: uid_t?, events: AsyncStream<Event>.Continuation)] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Returns events from now on, until the listener disconnects.
    ///
    /// - Parameters:
    ///   - whenGone: calls its argument when the listener has gone.
    ///   - owner: the listening user; nil for the daemon itself.
    ///
    /// - Throws: ``TooManyListeners`` if the owner, or all users together, listen too often.
    package func subscribe(
        until whenGone: (@escaping @Sendable () -> Void) -> Void = { _ in },
        by owner: uid_t? = nil
    ) throws(TooManyListeners) -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Event.self,
            bufferingPolicy: .bufferingOldest(Self.longestLag)
        )
        let number = state.withLock { state -> Int? in
            let isOneTooMany =
                owner != nil && state.listeners.values.count { $0.owner == owner } >= Self.mostOfOneUser
            guard !isOneTooMany else { return nil }
            state.nextNumber += 1
            state.listeners[state.nextNumber] = (owner, continuation)
            return state.nextNumber
        }
        guard let number else { throw TooManyListeners(most: Self.mostOfOneUser) }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        whenGone { continuation.finish() }
        return stream
    }

    /// Sends `event` to every listener.
    package func publish(_ event: Event) {
        for listener in state.withLock({ $0.listeners.values.map(\.events) }) {
            if case .dropped = listener.yield(event) { listener.finish() }
        }
    }

    /// Whether there are any listeners.
    var hasListeners: Bool { state.withLock { !$0.listeners.isEmpty } }
}

/// A user listens to the events as often as one user may.
package struct TooManyListeners: Error, Sendable, Hashable, MessageConvertible {
    /// Maximum number of listeners of one user.
    package let most: Int

    package var message: Message {
        Message("cannot send more events: this user listens \(most, "limit") times already; end some of that")
    }
}

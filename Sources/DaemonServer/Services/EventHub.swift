import Synchronization
import Wire

/// Passes on what happens to everybody who listens.
///
/// A listener that does not keep up is cut off, and comes back for what it missed; nobody else waits for it.
final class EventHub: Sendable {
    /// What is passed on.
    enum Event: Sendable {
        /// The log has new entries.
        case logGrew
        case outcome(OutcomeResource)
        case scanner(ScannerEventResource)
        case station(StationResource)
        /// Nothing happened for a while.
        case keepAlive
    }

    /// Events that a listener may lag behind.
    static let longestLag = 1_024

    private struct State {
        var nextNumber = 0
        var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Events from now on, until the listener goes away.
    func subscribe(until departure: Departure = Departure()) -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Event.self,
            bufferingPolicy: .bufferingOldest(Self.longestLag)
        )
        let number = state.withLock { state in
            state.nextNumber += 1
            state.listeners[state.nextNumber] = continuation
            return state.nextNumber
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        departure.whenGone { continuation.finish() }
        return stream
    }

    /// Tells every listener about `event`.
    func publish(_ event: Event) {
        for listener in state.withLock({ Array($0.listeners.values) }) {
            if case .dropped = listener.yield(event) { listener.finish() }
        }
    }

    /// Makes every listener look whether the log has grown.
    func poke() { publish(.logGrew) }

    /// Whether anybody listens.
    var hasListeners: Bool { state.withLock { !$0.listeners.isEmpty } }
}

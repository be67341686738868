import Glibc
import Records
import Synchronization
import Wire

/// Passes on what happens to everybody who listens.
///
/// A listener that does not keep up is cut off, and comes back for what it missed; nobody else waits for it.
final class EventHub: Sendable {
    /// What is passed on.
    enum Event: Sendable {
        /// The log has new entries, up to this one where that is known.
        case logGrew(EntryNumber?)
        case outcome(OutcomeResource)
        case scanner(ScannerEventResource)
        case station(StationResource)
        /// Nothing happened for a while.
        case keepAlive
    }

    /// Events that a listener may lag behind.
    static let longestLag = 1_024
    /// Listeners of one user: many screens, and no program that opens them without end.
    static let mostOfOneUser = 64

    private struct State {
        var nextNumber = 0
        var listeners: [Int: (owner: uid_t?, events: AsyncStream<Event>.Continuation)] = [:]
    }

    private let state = Mutex(State())

    /// Events from now on, until the listener goes away.
    ///
    /// - Parameter owner: the user who listens; nil for the daemon itself.
    func subscribe(
        until departure: Departure = Departure(),
        by owner: uid_t? = nil
    ) throws(Problem) -> AsyncStream<Event> {
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
        guard let number else {
            let most = Self.mostOfOneUser
            let detail = "cannot send more events: this user listens \(most) times already; end some of that"
            throw Problem(.busy, status: 503, detail: detail)
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        departure.whenGone { continuation.finish() }
        return stream
    }

    /// Tells every listener about `event`.
    func publish(_ event: Event) {
        for listener in state.withLock({ $0.listeners.values.map(\.events) }) {
            if case .dropped = listener.yield(event) { listener.finish() }
        }
    }

    /// Whether anybody listens.
    var hasListeners: Bool { state.withLock { !$0.listeners.isEmpty } }
}

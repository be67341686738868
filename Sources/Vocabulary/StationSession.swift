/// The session of a station.
public struct StationSession: Sendable, Hashable {
    public var context: StationContext
    /// A command that waits for its operand.
    public var armed: ControlCommand?
    /// An item or container that was scanned by itself and waits for its home location.
    public var waiting: EntityID?
    /// The clerk whose badge signed in; nil if none is signed in.
    public var clerk: EntityID?
    public var signedInAt: Timestamp?
    /// When the context was opened.
    public var openedAt: Timestamp
    /// When a reading last used or changed the session; an idle session is closed.
    public var touchedAt: Timestamp
    /// The number of the current run: undoing a run undoes what was done in one context.
    public var run: Int

    public init(
        context: StationContext,
        armed: ControlCommand? = nil,
        waiting: EntityID? = nil,
        clerk: EntityID? = nil,
        signedInAt: Timestamp? = nil,
        openedAt: Timestamp? = nil,
        touchedAt: Timestamp,
        run: Int = 0
    ) {
        self.context = context
        self.armed = armed
        self.waiting = waiting
        self.clerk = clerk
        self.signedInAt = signedInAt
        self.openedAt = openedAt ?? touchedAt
        self.touchedAt = touchedAt
        self.run = run
    }

    /// Returns a new session without readings.
    public static func closed(at instant: Timestamp) -> StationSession {
        StationSession(context: .closed, touchedAt: instant)
    }

    /// Closes the open context; the clerk stays signed in.
    public mutating func close(at instant: Timestamp) {
        if context != .closed { run += 1 }
        context = .closed
        armed = nil
        waiting = nil
        openedAt = instant
    }

    /// Opens `context` and begins a new run.
    public mutating func open(_ context: StationContext, at instant: Timestamp) {
        guard self.context != context else { return }
        self.context = context
        openedAt = instant
        run += 1
    }

    /// Closes the open context and signs the clerk out.
    public mutating func signOut(at instant: Timestamp) {
        close(at: instant)
        clerk = nil
        signedInAt = nil
    }
}

/// What a station is in the middle of.
public struct StationSession: Sendable, Hashable {
    public var context: StationContext
    /// A command that waits for what it is about.
    public var armed: ControlCommand?
    /// A thing that was scanned alone and waits for its shelf.
    public var waiting: RecordID?
    /// Whose badge signed in; nil when nobody's did.
    public var clerk: RecordID?
    public var signedInAt: Timestamp?
    /// When the context was opened.
    public var openedAt: Timestamp
    /// The last reading that used or changed the session; an idle one is closed.
    public var touchedAt: Timestamp
    /// Counts the contexts of the station: what is undone at once belongs to one.
    public var run: Int

    public init(
        context: StationContext,
        armed: ControlCommand? = nil,
        waiting: RecordID? = nil,
        clerk: RecordID? = nil,
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

    /// A session in which nothing was scanned yet.
    public static func closed(at instant: Timestamp) -> StationSession {
        StationSession(context: .closed, touchedAt: instant)
    }

    /// Closes what is open; who is signed in stays so.
    public mutating func close(at instant: Timestamp) {
        if context != .closed { run += 1 }
        context = .closed
        armed = nil
        waiting = nil
        openedAt = instant
    }

    /// Opens `context`; another run begins.
    public mutating func open(_ context: StationContext, at instant: Timestamp) {
        guard self.context != context else { return }
        self.context = context
        openedAt = instant
        run += 1
    }

    /// Closes what is open, and signs out.
    public mutating func signOut(at instant: Timestamp) {
        close(at: instant)
        clerk = nil
        signedInAt = nil
    }
}

/// What a station is in the middle of.
public struct StationSession: Sendable, Hashable {
    public var context: StationContext
    /// A command that waits for the container it is about.
    public var armed: ControlCommand?
    /// The last reading that used or changed the session; an idle one is closed.
    public var touchedAt: Timestamp

    public init(context: StationContext, armed: ControlCommand?, touchedAt: Timestamp) {
        self.context = context
        self.armed = armed
        self.touchedAt = touchedAt
    }

    /// A session in which nothing was scanned yet.
    public static func closed(at instant: Timestamp) -> StationSession {
        StationSession(context: .closed, armed: nil, touchedAt: instant)
    }
}

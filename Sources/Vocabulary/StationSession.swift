/// The open context of a station, which decides where the next scans go.
public enum StationContext: Sendable, Hashable {
    /// Nothing is open.
    case closed
    /// At a location.
    case here(EntityID)
    /// Into a container.
    case into(EntityID)
    /// With a custodian.
    case with(EntityID)
    /// From one custodian to another.
    case handing(from: EntityID, to: EntityID)
    /// In transit, to a custodian if one is named.
    case transit(to: EntityID?)
    /// A mode, such as counting, with the place or the pull list that it is about.
    case mode(String, place: EntityID? = nil, list: PullListID? = nil)

    /// The word for the context in the database and in JSON.
    public var word: String {
        switch self {
        case .closed: "closed"
        case .here: "here"
        case .into: "into"
        case .with: "with"
        case .handing: "handing"
        case .transit: "transit"
        case .mode(let word, _, _): word
        }
    }

    /// The open place or custodian.
    public var place: EntityID? {
        switch self {
        case .closed: nil
        case .here(let id), .into(let id), .with(let id), .handing(_, let id): id
        case .transit(let recipient): recipient
        case .mode(_, let place, _): place
        }
    }

    /// The custodian who hands over; nil if it is no hand-over.
    public var giver: EntityID? {
        if case .handing(let giver, _) = self { giver } else { nil }
    }

    /// The open pull list; nil if none is open.
    public var list: PullListID? {
        if case .mode(_, _, let list) = self { list } else { nil }
    }

    /// The destination of any scanned item or container; nil if nothing is open or if it depends on the item.
    public var destination: Placement? {
        switch self {
        case .closed, .mode: nil
        case .here(let id): .location(id)
        case .into(let id): .container(id)
        case .with(let id), .handing(_, let id): .custodian(id)
        case .transit: .inTransit
        }
    }

    /// Creates a context from its word, place, giver and list; nil if they do not match.
    public init?(word: String, place: EntityID?, giver: EntityID? = nil, list: PullListID? = nil) {
        switch (word, place, giver, list) {
        case ("closed", nil, nil, nil): self = .closed
        case ("here", let id?, nil, nil): self = .here(id)
        case ("into", let id?, nil, nil): self = .into(id)
        case ("with", let id?, nil, nil): self = .with(id)
        case ("handing", let id?, let giver?, nil): self = .handing(from: giver, to: id)
        case ("transit", let id, nil, nil): self = .transit(to: id)
        case ("closed", _, _, _), ("here", _, _, _), ("into", _, _, _), ("with", _, _, _), ("handing", _, _, _),
            ("transit", _, _, _), (_, _, .some, _):
            return nil
        default: self = .mode(word, place: place, list: list)
        }
    }
}

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

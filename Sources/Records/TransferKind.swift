/// What a transfer was, named by its two ends.
public enum TransferKind: String, Sendable, Hashable, CaseIterable {
    /// From place to place.
    case relocated
    /// From a place to a custodian.
    case chargedOut = "charged-out"
    /// From a custodian back to a place.
    case returned
    /// To the place where it belongs.
    case refiled
    /// From custodian to custodian.
    case handedOver = "handed-over"
    /// On its way, with nobody's word yet that it arrived.
    case dispatched
    /// Not found where it should have been.
    case missed
    /// Out of custody for good.
    case disposed

    public init(from origin: Placement, to destination: Placement, home: RecordID? = nil) {
        if let home, destination.place == home {
            self = .refiled
            return
        }
        switch (origin, destination) {
        case (.custodian, .custodian): self = .handedOver
        case (_, .custodian): self = .chargedOut
        case (_, .inTransit): self = .dispatched
        case (_, .disposed): self = .disposed
        case (.custodian, _): self = .returned
        default: self = .relocated
        }
    }
}

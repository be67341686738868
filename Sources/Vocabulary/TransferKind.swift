/// The kind of a transfer, which usually follows from its origin and destination.
public enum TransferKind: String, Sendable, Hashable, CaseIterable {
    /// From place to place.
    case relocated
    /// From a place to a custodian.
    case chargedOut = "charged-out"
    /// From a custodian back to a place.
    case returned
    /// To its home location.
    case refiled
    /// From custodian to custodian.
    case handedOver = "handed-over"
    /// In transit; its arrival is not confirmed yet.
    case dispatched
    /// Not found at its expected place.
    case missed
    /// Disposed of, out of custody for good.
    case disposed

    public init(from origin: Placement, to destination: Placement, home: EntityID? = nil) {
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

/// How a placement is known.
public enum Sighting: String, Sendable, Hashable, CaseIterable {
    /// The entity itself was scanned or named.
    case direct
    /// A container that holds it was moved later.
    case implied
}

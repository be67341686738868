/// How sure the log is of a placement.
public enum Sighting: String, Sendable, Hashable, CaseIterable {
    /// The thing itself was scanned or named.
    case direct
    /// Something that holds it was moved later.
    case implied
}

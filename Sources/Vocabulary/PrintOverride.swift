/// A kind of printer trouble that a user overrode.
public struct PrintOverride: Sendable, Hashable {
    /// The kind, such as `out-of-labels`.
    public let kind: String
    /// The principal who overrode it.
    public let principal: Principal

    public init(kind: String, by principal: Principal) {
        self.kind = kind
        self.principal = principal
    }
}

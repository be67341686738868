/// Trouble that a printer reported and that somebody had it print in spite of.
public struct PrintOverride: Sendable, Hashable {
    /// Such as `out-of-labels`.
    public let kind: String
    /// Who said so.
    public let principal: Principal

    public init(kind: String, by principal: Principal) {
        self.kind = kind
        self.principal = principal
    }
}

/// Trouble that a printer reported and that somebody had it print in spite of.
public struct PrintOverrideResource: Sendable, Hashable, Codable {
    /// Such as `out-of-labels`.
    public let kind: String
    /// Who said so.
    public let principal: String

    public init(
        kind: String,
        principal: String
    ) {
        self.kind = kind
        self.principal = principal
    }
}

/// A kind of printer trouble that a user overrode.
public struct PrintOverrideResource: WireValue {
    /// The kind of trouble, such as `out-of-labels`.
    public let kind: String
    /// The principal who overrode it.
    public let principal: String

    public init(
        kind: String,
        principal: String
    ) {
        self.kind = kind
        self.principal = principal
    }
}

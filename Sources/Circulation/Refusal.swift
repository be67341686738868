/// The reason why a rule refused a request: a stable word and a sentence for the clerk.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let kind: RefusalKind
    /// The sentence.
    ///
    /// It begins with "cannot", names the entity and gives the remedy.
    public let message: String

    public init(_ kind: RefusalKind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}

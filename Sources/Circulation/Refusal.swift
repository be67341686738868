/// Why a rule said no, in a stable word and in a sentence for the clerk.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let kind: RefusalKind
    /// Begins with "cannot", names the thing, and says the way out.
    public let message: String

    public init(_ kind: RefusalKind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}

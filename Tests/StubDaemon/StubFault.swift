/// Why the stub cannot start.
public struct StubFault: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// Why a program was not started.
public struct ChildFault: Error, Sendable, CustomStringConvertible {
    public let description: String
}

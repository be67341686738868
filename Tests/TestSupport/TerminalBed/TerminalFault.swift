/// Why a terminal did not show what it should.
public struct TerminalFault: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// What the driver of a ``VirtualScannerBed`` answered when it could not do a command.
public struct VirtualScannerFault: Error, Sendable, CustomStringConvertible {
    public let command: String
    public let answer: String

    public var description: String { "cannot \(command): \(answer)" }
}

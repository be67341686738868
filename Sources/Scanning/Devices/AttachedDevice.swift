/// A device, currently plugged in, that may be a scanner.
public struct AttachedDevice: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// Whether a udev rule or a setting names it, so that a reader reads it.
    public let isNamed: Bool
    /// Whether this process may open the node.
    public let isReadable: Bool

    public init(identity: ScannerIdentity, isNamed: Bool, isReadable: Bool) {
        self.identity = identity
        self.isNamed = isNamed
        self.isReadable = isReadable
    }
}

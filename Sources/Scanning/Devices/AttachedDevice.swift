/// A device that a scanner may stand behind, as it is plugged in now.
public struct AttachedDevice: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// A udev rule or a setting names it, so that a reader reads it.
    public let isNamed: Bool
    /// This process may open the node.
    public let isReadable: Bool

    public init(identity: ScannerIdentity, isNamed: Bool, isReadable: Bool) {
        self.identity = identity
        self.isNamed = isNamed
        self.isReadable = isReadable
    }
}

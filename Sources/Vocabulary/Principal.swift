/// The person or process that caused an act.
public enum Principal: Sendable, Hashable, CustomStringConvertible {
    /// A user of this machine, identified by the kernel as the peer of the socket.
    case user(UInt32)
    /// The holder of a badge at a station.
    case custodian(EntityID)
    /// The daemon itself, for example for a scanner without a signed-in clerk.
    case daemon

    /// `uid:1000`, `custodian:17` or `daemon`.
    public var description: String {
        switch self {
        case .user(let uid): "uid:\(uid)"
        case .custodian(let id): "custodian:\(id)"
        case .daemon: "daemon"
        }
    }

    /// Parses the form of ``description``.
    public init?(_ text: String) {
        if text == "daemon" {
            self = .daemon
        } else if text.hasPrefix("uid:"), let uid = UInt32(text.dropFirst(4)) {
            self = .user(uid)
        } else if text.hasPrefix("custodian:"), let id = Int64(text.dropFirst(10)) {
            self = .custodian(EntityID(rawValue: id))
        } else {
            return nil
        }
    }
}

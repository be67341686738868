/// Who may know of a thing, and of what lies in it, from now on.
public struct RestrictionRequest: Sendable, Hashable, Codable {
    /// `open`, `restricted`, `sealed`, or `unsealed`, which lifts a seal: what was restricted before it is so again.
    public let level: String
    /// The order that demands it; a seal is neither set nor lifted without one.
    public let order: String?
    public let reason: String

    public init(level: String, order: String?, reason: String) {
        self.level = level
        self.order = order
        self.reason = reason
    }
}

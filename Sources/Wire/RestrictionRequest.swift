/// Who may know of a thing from now on.
public struct RestrictionRequest: Sendable, Hashable, Codable {
    /// `open`, `restricted` or `sealed`.
    public let level: String
    /// The order that demands it; a seal is neither set nor broken without one.
    public let order: String?
    public let reason: String

    public init(level: String, order: String?, reason: String) {
        self.level = level
        self.order = order
        self.reason = reason
    }
}

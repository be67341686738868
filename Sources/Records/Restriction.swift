/// Who may know of a thing, and of what lies in it, from now on.
public struct Restriction: Sendable, Hashable {
    /// How far a thing is kept from others; each level is kept from everybody whom the one before is kept from.
    public enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// For everybody.
        case open = 0
        /// For those who work with it, and not for those who only ask.
        case restricted = 1
        /// For those who answer for it, by order.
        case sealed = 2
        /// What it was about is erased; that it was there is for those who answer for it.
        case expunged = 3

        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    public let subject: RecordID
    /// What holds before it.
    public let from: Level
    /// What holds from now on.
    public let to: Level
    /// The order that demands it, as its court or agency calls it.
    public let order: String?
    public let reason: String?

    public init(subject: RecordID, from: Level, to: Level, order: String?, reason: String?) {
        self.subject = subject
        self.from = from
        self.to = to
        self.order = order
        self.reason = reason
    }

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch to {
        case .sealed, .expunged: "sealed"
        case .restricted: from == .sealed ? "unsealed" : "restricted"
        case .open: from == .sealed ? "unsealed" : "unrestricted"
        }
    }
}

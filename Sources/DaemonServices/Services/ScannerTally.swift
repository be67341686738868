/// Counts a scanner's recent unreadable readings, which reveal a wrong layout, lost characters or a missing suffix.
struct ScannerTally: Sendable, Hashable {
    /// The number of recent readings considered.
    static let length = 20
    /// The threshold for unreadable readings; fewer can be caused by a dirty label.
    static let suspicious = 5

    private var recent: [Bool] = []

    /// The number of recent readings, and how many of them were unreadable.
    var count: Int { recent.count }
    var misread: Int { recent.count { !$0 } }

    /// Whether the scanner's setup, rather than the labels, is the likely cause.
    var isSuspicious: Bool { misread >= Self.suspicious && misread * 2 >= count }

    mutating func note(isUnderstood: Bool) {
        recent.append(isUnderstood)
        if recent.count > Self.length { recent.removeFirst() }
    }
}

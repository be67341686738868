/// How many of a gun's last readings made no sense: a wrong layout, a lost character or a missing suffix shows here.
struct GunTally: Sendable, Hashable {
    /// Readings that are looked back at.
    static let length = 20
    /// Fewer that made no sense are no more than a dirty label.
    static let suspicious = 5

    private var recent: [Bool] = []

    /// How many there were, and how many of them made no sense.
    var count: Int { recent.count }
    var misread: Int { recent.count { !$0 } }

    /// Whether its set-up is rather to blame than the labels.
    var isSuspicious: Bool { misread >= Self.suspicious && misread * 2 >= count }

    mutating func note(isUnderstood: Bool) {
        recent.append(isUnderstood)
        if recent.count > Self.length { recent.removeFirst() }
    }
}

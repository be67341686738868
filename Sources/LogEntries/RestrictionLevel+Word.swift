import Records

extension Restriction.Level {
    /// The name of the level in an entry body; names never change.
    var word: String {
        switch self {
        case .open: "open"
        case .restricted: "restricted"
        case .sealed: "sealed"
        case .expunged: "expunged"
        }
    }

    init?(word: String) {
        guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = level
    }
}

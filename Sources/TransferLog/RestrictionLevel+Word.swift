import Records

extension Restriction.Level {
    /// The word that stands in an entry body; levels are never renamed.
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

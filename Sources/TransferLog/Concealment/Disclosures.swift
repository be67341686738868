/// Collects the queries for concealed entities made while one state of the log is read.
///
/// Not Sendable: used on the reading thread only.
public final class Disclosures {
    /// Without duplicates, in the order of the queries.
    public private(set) var all: [Disclosure] = []
    private var known: Set<Disclosure> = []

    public init() {}

    func note(_ disclosure: Disclosure) {
        if known.insert(disclosure).inserted { all.append(disclosure) }
    }
}

@available(*, unavailable)
extension Disclosures: Sendable {}

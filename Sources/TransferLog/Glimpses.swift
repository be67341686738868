/// Collects the queries for concealed records made while one state of the log is read.
///
/// Not Sendable: used on the reading thread only.
public final class Glimpses {
    /// Without duplicates, in the order of the queries.
    public private(set) var all: [Glimpse] = []
    private var known: Set<Glimpse> = []

    public init() {}

    func note(_ glimpse: Glimpse) {
        if known.insert(glimpse).inserted { all.append(glimpse) }
    }
}

@available(*, unavailable)
extension Glimpses: Sendable {}

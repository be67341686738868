/// What was asked for of the things that are kept from some, while one state of the log was looked at.
///
/// It belongs to the thread that looks.
public final class Glimpses {
    /// Each once, in the order in which they were asked for.
    public private(set) var all: [Glimpse] = []
    private var known: Set<Glimpse> = []

    public init() {}

    func note(_ glimpse: Glimpse) {
        if known.insert(glimpse).inserted { all.append(glimpse) }
    }
}

@available(*, unavailable)
extension Glimpses: Sendable {}

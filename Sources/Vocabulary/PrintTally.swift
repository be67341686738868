/// The number of labels of a run in each state.
public struct PrintTally: Sendable, Hashable {
    private var counts: [PrintedLabelState: Int] = [:]

    public init() {}

    public subscript(_ state: PrintedLabelState) -> Int {
        get { counts[state] ?? 0 }
        set { counts[state] = newValue }
    }

    public var total: Int { counts.values.reduce(0, +) }
    /// Whether no label is waiting, sent or doubtful.
    public var isSettled: Bool { self[.waiting] + self[.sent] + self[.doubtful] == 0 }
}

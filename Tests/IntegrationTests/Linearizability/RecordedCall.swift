/// A place in a history.
enum HistoryPlace: Hashable, Sendable {
    case shelf(Int)
    case custodian(Int)

    var isCustodian: Bool { if case .custodian = self { true } else { false } }
}

/// What a client asked the daemon to do with one thing, and what the daemon answered.
struct RecordedCall: Sendable, Hashable {
    enum Act: Sendable, Hashable {
        case move(to: HistoryPlace)
        case chargeOut(to: HistoryPlace)
        case giveBack(to: HistoryPlace)
        case look
    }

    enum Answer: Sendable, Hashable {
        /// The number of the entry that records the move.
        case moved(entry: Int64)
        case alreadyThere
        /// Refused: another custodian has it.
        case isChargedOut
        /// Refused: no custodian has it.
        case isNotChargedOut
        /// Where the thing is, and the number of the entry that says so.
        case found(at: HistoryPlace, entry: Int64)
    }

    let act: Act
    /// When the first attempt was sent, by a counter that all clients share.
    let began: Int
    /// When the answer came, by the same counter; nil when none came, and the call may or may not have been done.
    let ended: Int?
    /// nil when none came.
    let answer: Answer?

    init(_ act: Act, began: Int, ended: Int? = nil, answer: Answer? = nil) {
        self.act = act
        self.began = began
        self.ended = answer == nil ? nil : ended
        self.answer = answer
    }
}

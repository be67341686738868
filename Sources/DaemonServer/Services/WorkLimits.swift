/// The maximum number of waiting requests of one kind.
struct WorkLimits: Sendable {
    /// Per user.
    var waitingEach = 32
    /// For all users together; each user may have one waiting request in any case.
    var waiting = 128
    /// The longest time after which a refused request is to be sent again, in seconds.
    var longestRetry = 60
}

/// Too many requests wait for the same work.
struct WorkBudgetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Whether the limit of the user is reached, not that of all users together.
    let isOfUser: Bool
    /// The number of requests that wait: of this user, or of all.
    let waiting: Int
    /// When the request is to be sent again, in seconds.
    let seconds: Int

    var description: String {
        let whose = isOfUser ? "\(waiting) requests of this user" : "\(waiting) requests"
        return "cannot take the request: \(whose) wait for the same work; send it again in \(seconds) s"
    }
}

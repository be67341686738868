package import Localization

/// The maximum number of waiting requests of one kind.
package struct WorkLimits: Sendable {
    /// Per user.
    let waitingEach: Int
    /// For all users together; each user may have one waiting request in any case.
    let waiting: Int
    /// The longest time after which a refused request is to be sent again, in seconds.
    let longestRetry: Int

    package init(waitingEach: Int = 32, waiting: Int = 128, longestRetry: Int = 60) {
        self.waitingEach = waitingEach
        self.waiting = waiting
        self.longestRetry = longestRetry
    }
}

/// Too many requests wait for the same work.
package struct WorkBudgetError: Error, Sendable, Hashable, MessageConvertible {
    /// Whether the limit of the user is reached, not that of all users together.
    package let isOfUser: Bool
    /// The number of requests that wait: of this user, or of all.
    package let waiting: Int
    /// When the request is to be sent again, in seconds.
    package let seconds: Int

    package var message: Message {
        isOfUser
            ? Message(
                "cannot take the request: \(waiting, "requests") requests of this user wait for the same work; "
                    + "send it again in \(seconds, "seconds") s"
            )
            : Message(
                "cannot take the request: \(waiting, "requests") requests wait for the same work; "
                    + "send it again in \(seconds, "seconds") s"
            )
    }
}

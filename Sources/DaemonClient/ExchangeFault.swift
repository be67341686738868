/// The reason why a request on a connection has no response.
enum ExchangeFault: Error, Sendable, Hashable {
    /// The connection ended first.
    case lost
    case timedOut
    case answerTooLong
    case malformed(String)
}

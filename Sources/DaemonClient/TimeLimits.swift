/// How long the client waits for an answer.
public struct TimeLimits: Sendable, Hashable {
    /// For a request that the daemon answers by itself.
    public let request: Duration
    /// For a request that ends when a printer has done its work, or when much was sent.
    public let print: Duration
    /// For a request that goes through every entry of the log.
    public let wholeLog: Duration

    public init(
        request: Duration = .seconds(30),
        print: Duration = .seconds(300),
        wholeLog: Duration = .seconds(3_600)
    ) {
        self.request = request
        self.print = print
        self.wholeLog = wholeLog
    }
}

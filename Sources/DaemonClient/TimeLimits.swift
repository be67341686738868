/// How long the client waits for an answer.
public struct TimeLimits: Sendable, Hashable {
    /// For a request that the daemon answers by itself.
    public let request: Duration
    /// For a request that ends when a printer has done its work.
    public let print: Duration

    public init(request: Duration = .seconds(30), print: Duration = .seconds(300)) {
        self.request = request
        self.print = print
    }
}

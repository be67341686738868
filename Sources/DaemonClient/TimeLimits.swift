import Wire

/// How long the client waits for a response.
public struct TimeLimits: Sendable, Hashable {
    /// The limit for a request that involves only the daemon.
    public let request: Duration
    /// The limit for a request that ends when a printer has finished, or that sends much data.
    public let print: Duration
    /// The limit for a request that reads every entry of the log.
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

    /// Returns the limit for a request that needs this patience.
    func limit(_ patience: EndpointOutline.Patience) -> Duration {
        switch patience {
        case .request: request
        case .print: print
        case .wholeLog: wholeLog
        }
    }
}

package import ArgumentParser
package import DaemonClient
package import Localization
package import Terminal
package import Wire

/// A command that sends requests to the daemon and shows the responses.
package protocol DaemonCommand: AsyncParsableCommand {
    /// The requests that it sends; its client refuses to send others.
    static var asks: [EndpointOutline] { get }
    /// The requests that it also sends if an option is given, by the names of such options.
    static var asksWith: [String: [EndpointOutline]] { get }
    /// Whether to wait briefly for a daemon that is starting.
    static var awaitsStart: Bool { get }
    /// Whether the command itself reports, or repairs, a log that the daemon does not trust.
    static var showsTrust: Bool { get }
    var global: GlobalOptions { get }

    func run(_ daemon: DaemonClient, _ output: Output) async throws
}

extension DaemonCommand {
    package static var asksWith: [String: [EndpointOutline]] { [:] }
    package static var awaitsStart: Bool { false }
    package static var showsTrust: Bool { false }

    /// Runs the command with a client and an output for its options.
    ///
    /// - Throws: What ``run(_:_:)`` throws, and ``CommandFailure`` if the daemon does not trust its log.
    package mutating func run() async throws {
        // The client is not closed, because the process ends after this, and with it the client's thread and
        // connection.
        let asks = Self.asks + Self.asksWith.values.joined()
        let daemon = global.client(asks: asks, awaitsStart: Self.awaitsStart)
        let output = await Output(format: global.format)
        do {
            try await run(daemon, output)
        } catch {
            // The command's own failure determines the exit status.
            if let remark = await Self.remark(daemon) { await output.complain(remark) }
            throw error
        }
        if let remark = await Self.remark(daemon) { throw CommandFailure(.untrustedLog, remark) }
    }

    /// Returns a warning that data from a truncated or altered log may be forged; nil if no such data were read.
    private static func remark(_ daemon: DaemonClient) async -> Message? {
        guard !showsTrust, await daemon.sawUntrustedLog else { return nil }
        return Message(
            "outguided does not trust its log: this may not be so; “outguide status” says why, and what to do"
        )
    }

    /// The access level that the command needs without options that need more; nil if it sends no requests.
    package static var level: AccessLevel? { highest(of: asks) }

    /// The access levels of the options that need a higher one, by their names.
    package static var levelWith: [String: AccessLevel] {
        asksWith.compactMapValues { requests in
            highest(of: asks + requests).flatMap { $0 == level ? nil : $0 }
        }
    }

    /// A sentence for the help text.
    package static var requirement: Message { Message("Requires the role \(level?.rawValue ?? "-", "role").") }

    /// Returns the highest access level that `requests` need.
    private static func highest(of requests: [EndpointOutline]) -> AccessLevel? {
        AccessLevel.allCases.last { level in requests.contains { $0.access == level } }
    }
}

import ArgumentParser
import DaemonClient

/// A command that sends requests to the daemon and shows the responses.
protocol DaemonCommand: AsyncParsableCommand {
    /// Whether to wait briefly for a daemon that is starting.
    static var awaitsStart: Bool { get }
    /// Whether the command itself reports, or repairs, a log that the daemon does not trust.
    static var showsTrust: Bool { get }
    var global: GlobalOptions { get }

    func run(_ daemon: DaemonClient, _ output: Output) async throws
}

extension DaemonCommand {
    static var awaitsStart: Bool { false }
    static var showsTrust: Bool { false }

    mutating func run() async throws {
        // The client is not closed, because the process ends after this, and with it the client's thread and
        // connection.
        let (daemon, output) = (global.client(awaitsStart: Self.awaitsStart), await Output(format: global.format))
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
    private static func remark(_ daemon: DaemonClient) async -> String? {
        guard !showsTrust, await daemon.sawUntrustedLog else { return nil }
        return "outguided does not trust its log: this may not be so; “outguide status” says why, and what to do"
    }
}

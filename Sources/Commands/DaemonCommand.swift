import ArgumentParser
import DaemonClient

/// A command that asks the daemon and shows what it says.
protocol DaemonCommand: AsyncParsableCommand {
    /// Whether to wait a moment for a daemon that is just starting.
    static var awaitsStart: Bool { get }
    /// Whether what the command shows says itself when the daemon does not trust its log, or the command mends that.
    static var showsTrust: Bool { get }
    var global: GlobalOptions { get }

    func run(_ daemon: DaemonClient, _ output: Output) async throws
}

extension DaemonCommand {
    static var awaitsStart: Bool { false }
    static var showsTrust: Bool { false }

    mutating func run() async throws {
        // The client is not closed: the process ends after this, and ends its thread and connection.
        let (daemon, output) = (global.client(awaitsStart: Self.awaitsStart), await Output(format: global.format))
        do {
            try await run(daemon, output)
        } catch {
            // Why the command failed decides its status.
            if let remark = await Self.remark(daemon) { await output.complain(remark) }
            throw error
        }
        if let remark = await Self.remark(daemon) { throw CommandFailure(.untrustedLog, remark) }
    }

    /// What is read from a log that was cut or altered may be what somebody wants to be read; nil when nothing was.
    private static func remark(_ daemon: DaemonClient) async -> String? {
        guard !showsTrust, await daemon.sawUntrustedLog else { return nil }
        return "outguided does not trust its log: this may not be so; “outguide status” says why, and what to do"
    }
}

import ArgumentParser
import DaemonClient

/// A command that asks the daemon and shows what it says.
protocol DaemonCommand: AsyncParsableCommand {
    /// Whether to wait a moment for a daemon that is just starting.
    static var awaitsStart: Bool { get }
    var global: GlobalOptions { get }

    func run(_ daemon: DaemonClient, _ output: Output) async throws
}

extension DaemonCommand {
    static var awaitsStart: Bool { false }

    mutating func run() async throws {
        // The client is not closed: the process ends after this, and ends its thread and connection.
        let (daemon, output) = (global.client(awaitsStart: Self.awaitsStart), await Output(format: global.format))
        do {
            try await run(daemon, output)
        } catch {
            await warn(daemon, output)
            throw error
        }
        await warn(daemon, output)
    }

    /// What is read from a log that was cut or altered may be what somebody wants to be read.
    private func warn(_ daemon: DaemonClient, _ output: Output) async {
        guard await daemon.sawUntrustedLog else { return }
        await output.remark("outguided does not trust its log: this may not be so, see “outguide status”")
    }
}

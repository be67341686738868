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
        try await run(global.client(awaitsStart: Self.awaitsStart), await Output(format: global.format))
    }
}

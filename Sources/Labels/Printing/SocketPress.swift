import Synchronization

/// Prints on printers that take ZPL straight from the network, without CUPS.
///
/// Each has a thread of its own to wait on: one that hangs holds up nobody who prints elsewhere.
public final class SocketPress: Sendable {
    private let printers = Mutex<[PrinterAddress: NetworkPrinter]>([:])

    public init() {}

    /// Throws why the printer cannot print now.
    ///
    /// One that prints is not asked: many take one connection at a time. What it said last counts then.
    public func check(host: String, port: UInt16, answers: Bool) async throws(PrintError) {
        try await printer(host: host, port: port).check(answers: answers)
    }

    /// Prints `document` and returns once the printer says that nothing of it is left, however long that takes.
    ///
    /// What is thrown before `begun` was called means that the printer got nothing. What keeps it from going on is told
    /// to `report`, and nil once that is over. Whoever calls sees to it that nobody else prints there meanwhile.
    public func print(
        _ document: PrintDocument,
        host: String,
        port: UInt16,
        answers: Bool,
        begun: @Sendable () async throws -> Void,
        report: @Sendable (PrintError?) async -> Void
    ) async throws {
        let printer = printer(host: host, port: port)
        try await printer.print(document, answers: answers, begun: begun, report: report)
    }

    private func printer(host: String, port: UInt16) -> NetworkPrinter {
        printers.withLock { printers in
            let address = PrinterAddress.socket(host: host, port: port)
            if let printer = printers[address] { return printer }
            let printer = NetworkPrinter(host: host, port: port)
            printers[address] = printer
            return printer
        }
    }
}

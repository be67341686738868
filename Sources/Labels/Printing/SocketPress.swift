import Synchronization

/// Prints on printers that take ZPL straight from the network, without CUPS, and asks those behind a raw queue.
///
/// Each has a thread of its own to wait on: one that hangs holds up nobody who prints elsewhere.
public final class SocketPress: Sendable {
    /// A printer and where it listens.
    public struct Place: Sendable, Hashable {
        /// What clerks call it.
        public let name: String
        public let host: String
        public let port: UInt16

        public init(name: String, host: String, port: UInt16) {
            self.name = name
            self.host = host
            self.port = port
        }
    }

    private let printers = Mutex<[PrinterAddress: NetworkPrinter]>([:])

    public init() {}

    /// Throws why the printer cannot print now.
    ///
    /// One that prints is not asked: many take one connection at a time. What it said last counts then. Kinds of trouble
    /// in `despite` do not count.
    public func check(_ place: Place, answers: Bool, despite: OverriddenTroubles = []) async throws(PrintError) {
        try await printer(place).check(place.name, answers: answers, despite: despite)
    }

    /// Prints `document` and returns what the printer says once nothing of it is left, however long that takes.
    ///
    /// What is thrown before `begun` was called means that the printer got nothing. What it waits for is told to `report`
    /// again and again, nil for nothing; what that throws ends the wait, and nobody knows then what comes out. Whoever
    /// calls sees to it that nobody else prints there meanwhile. Kinds of trouble in `despite` do not count before.
    public func print(
        _ document: PrintDocument,
        on place: Place,
        answers: Bool,
        despite: OverriddenTroubles = [],
        begun: @Sendable () async throws -> Void,
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws -> PrinterWord {
        try await printer(place)
            .print(document, place.name, answers: answers, despite: despite, begun: begun, report: report)
    }

    /// How many labels the printer has printed so far; nil when it does not count.
    public func count(_ place: Place) async throws(PrintError) -> LabelCount? {
        try await printer(place).count(place.name)
    }

    /// What the printer says of `pages` that somebody else sent it after `count`, once it has nothing left; as
    /// ``print(_:on:answers:despite:begun:report:)``.
    public func word(
        _ place: Place,
        of pages: PrintDocument.Pages,
        since count: LabelCount,
        despite: OverriddenTroubles = [],
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws -> PrinterWord {
        try await printer(place).word(place.name, of: pages, since: count, despite: despite, report: report)
    }

    private func printer(_ place: Place) -> NetworkPrinter {
        printers.withLock { printers in
            let address = PrinterAddress.socket(host: place.host, port: place.port)
            if let printer = printers[address] { return printer }
            let printer = NetworkPrinter(host: place.host, port: place.port)
            printers[address] = printer
            return printer
        }
    }
}

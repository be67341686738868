import Synchronization

/// Prints on network printers that accept ZPL without CUPS, and queries those behind a raw queue.
///
/// Each printer has its own thread, so that one that hangs does not block others.
public final class SocketPress: Sendable {
    /// A printer with its address.
    public struct Place: Sendable, Hashable {
        /// The printer's name, for clerks.
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

    /// Checks that the printer can print now; throws the reason if not.
    ///
    /// A printer that is printing is not queried, because many accept only one connection; its last status counts.
    /// Kinds of trouble in `despite` are ignored.
    public func check(_ place: Place, answers: Bool, despite: OverriddenTroubles = []) async throws(PrintError) {
        try await printer(place).check(place.name, answers: answers, despite: despite)
    }

    /// Prints `document` and returns the printer's report once its buffer is empty, without a time limit.
    ///
    /// An error thrown before `begun` was called means that the printer received nothing. `report` is called repeatedly
    /// with what the printer waits for, nil for nothing; an error that it throws ends the wait, and the outcome is then
    /// unknown. The caller must ensure that nothing else prints there meanwhile. Kinds of trouble in `despite` are
    /// ignored before printing.
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

    /// Returns the printer's counter; nil if it has none.
    ///
    /// - Throws: ``PrintError`` if the printer cannot be reached or does not answer.
    public func count(_ place: Place) async throws(PrintError) -> LabelCount? {
        try await printer(place).count(place.name)
    }

    /// Returns the printer's report on `pages` that another program sent after `count`, once its buffer is empty;
    /// otherwise like ``print(_:on:answers:despite:begun:report:)``.
    ///
    /// - Throws: ``PrintError`` if the printer cannot confirm the pages, and what `report` throws.
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

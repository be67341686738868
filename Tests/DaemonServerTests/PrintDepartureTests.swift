import Barcodes
import Circulation
import Foundation
import Labels
import NIOCore
import NIOEmbedded
import Printers
import Settings
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices
@testable import Printing

/// Whoever waits for a printer and leaves waits no more; what the printer has by then is still known.
@Suite(.timeLimit(.minutes(1))) struct PrintDepartureTests {
    private static let clerk = Attribution(principal: .daemon)
    private static let yaml = """
        name: small
        media: {width: 30, height: 30}
        elements:
          - barcode: {symbology: qr, content: "{barcode}", box: {x: 1, y: 1, width: 28, height: 28}, moduleWidth: 0.4, quietZone: 4}
        """

    private static func address(of printer: SocketPrinter) -> PrinterAddress {
        .socket(host: "127.0.0.1", port: printer.port)
    }

    /// A daemon with one thing in it and a printer called zebra.
    private static func with(
        _ body: (DaemonParts, SocketPrinter, Entity, NIOAsyncTestingChannel) async throws -> Void
    ) async throws {
        try await SocketPrinter.with { printer in
            try await ScratchDaemon.with { parts in
                var zebra = PrinterConfiguration(name: "zebra")
                zebra.address = address(of: printer)
                parts.current.value.printers = [zebra]
                let entity = try await parts.circulation.register(NewEntity(type: .container), by: clerk).entity
                try await body(parts, printer, entity, NIOAsyncTestingChannel())
            }
        }
    }

    /// Prints a page about an entity for a client on this connection; the first thing that it waits for ends the stream.
    private static func page(
        of entity: Entity,
        in parts: DaemonParts,
        for channel: NIOAsyncTestingChannel
    ) throws -> (task: Task<PrintedPages, any Error>, waits: AsyncStream<Void>) {
        let template = try LabelTemplate(parsing: yaml)
        let (waits, signal) = AsyncStream.makeStream(of: Void.self)
        let order = PageOrder(
            [LabelContent(barcode: entity.barcode)],
            template,
            on: "zebra",
            about: entity.id,
            by: clerk
        )
        let task = Task {
            try await Departure(of: channel).leaving {
                try await parts.printing.pages.print(order) { _ in signal.finish() }
            }
        }
        return (task, waits)
    }

    private static func printed(_ entity: Entity, in parts: DaemonParts) async throws -> Int {
        try await parts.circulation.history(of: entity.barcode, before: nil, limit: 10).rows.count {
            if case .labelPrinted = $0.line.entry.fact { true } else { false }
        }
    }

    @Test func whatThePrinterHasIsFollowedToItsEnd() async throws {
        try await Self.with { parts, printer, entity, channel in
            printer.condition.remaining = 1
            printer.condition.holdsLabel = true
            let (task, waits) = try Self.page(of: entity, in: parts, for: channel)
            for await _ in waits {}
            #expect(printer.formats.count == 1)
            try await channel.close()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await Self.printed(entity, in: parts) == 0)
            printer.condition.holdsLabel = false
            printer.condition.remaining = 0
            // Nobody else gets the printer before it is known what came out.
            let count = try await parts.printing.turns.hold(Self.address(of: printer)) {
                try await Self.printed(entity, in: parts)
            }
            #expect(count == 1)
        }
    }

    @Test func whoWaitsForATurnGivesItUp() async throws {
        try await Self.with { parts, printer, entity, channel in
            let address = Self.address(of: printer)
            try await parts.printing.turns.take(address)
            let (task, waits) = try Self.page(of: entity, in: parts, for: channel)
            for await _ in waits {}
            try await channel.close()
            await #expect(throws: CancellationError.self) { try await task.value }
            // Its turn comes after that of all who came before.
            let next = Task { try await parts.printing.turns.hold(address) { printer.formats.count } }
            await parts.printing.turns.leave(address)
            #expect(try await next.value == 0)
            #expect(try await Self.printed(entity, in: parts) == 0)
        }
    }

    /// A run goes on; only the wait for it ends.
    @Test func theWaitForARunEnds() async throws {
        try await Self.with { parts, _, entity, channel in
            let printing = NewPrinting(labels: .of([entity.barcode]), template: "small", printer: "zebra")
            let number = try await parts.circulation.begin(printing, by: Self.clerk)
            let wait = Task {
                let wait = try await parts.printing.batches.start(number, until: .printed)
                return try await Departure(of: channel).cancelling { try await wait.end() }
            }
            for await _ in parts.printing.runs.starts { break }
            try await channel.close()
            await #expect(throws: CancellationError.self) { try await wait.value }
            #expect(await parts.printing.runs.isPrinting(number))
            #expect(try await parts.circulation.printBatch(number).state == .open)
        }
    }
}

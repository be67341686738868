import Barcodes
import Foundation
import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

/// Against a real CUPS server and real IPP printers.
@Suite struct PrintQueueTests {
    private func label(dotsPerInch: Int = 203, serials: ClosedRange<Int> = 42...42) async throws -> PrintDocument {
        let contents = try serials.map { try Samples.content($0, title: "Ratsprotokolle \($0)") }
        let template = try Samples.box()
        return PrintDocument(
            bytes: try await LabelRenderer().pdf(contents, template: template, dotsPerInch: dotsPerInch),
            format: .pdf
        )
    }

    private func media() throws -> LabelMedia { try #require(LabelMedia(width: 100, height: 50)) }

    @Test(arguments: [203, 300])
    func printsAtActualSize(dotsPerInch: Int) async throws {
        let document = try await label(dotsPerInch: dotsPerInch, serials: 42...44)
        let media = try media()
        try await PrinterBed.with { bed in
            let printer = "box\(dotsPerInch)"
            let job = try await PrintQueue(server: bed.server).print(
                document: document,
                title: "Box \u{1B}\n42",
                media: media,
                printer: printer
            )
            #expect(job.state == .completed, "\(job)")
            #expect(job.printer == printer)
            let arrived = try #require(try bed.documents(at: printer).first)
            let information = try await ExternalProgram.text(of: "pdfinfo", [arrived])
            let size = try #require(information.firstMatch(of: /Page size: +([0-9.]+) x ([0-9.]+) pts/))
            // A CUPS page size has two decimals.
            #expect(abs((Double(size.1) ?? 0) - 283.465) < 0.02, "\(size.0)")
            #expect(abs((Double(size.2) ?? 0) - 141.732) < 0.02, "\(size.0)")
            let scratch = try ScratchDirectory()
            let pages = try await scratch.pages(of: arrived, dotsPerInch: dotsPerInch)
            #expect(try await ExternalProgram.codes(in: pages) == (42...44).map { try Samples.barcode($0).text })
            // Bars that went through a real spooler are still whole dots.
            let dots = try Bitmap(pbm: try #require(pages.first))
            let module = dotsPerInch == 203 ? 4 : 6
            let bars = dots.runs(inRow: dots.height / 2).dropFirst().dropLast()
            #expect(bars.min() == module)
            #expect(bars.allSatisfy { $0.isMultiple(of: module) })
        }
    }

    @Test func printsOnARasterPrinter() async throws {
        let document = try await label()
        let media = try media()
        try await PrinterBed.with { bed in
            let job = try await PrintQueue(server: bed.server).print(
                document: document,
                title: "raster",
                media: media,
                copies: 2,
                printer: "raster203"
            )
            #expect(job.state == .completed, "\(job)")
            let arrived = try #require(try bed.documents(at: "raster203").first)
            let raster = try PWGRaster(path: arrived)
            #expect(raster.width == 799 || raster.width == 800)
            #expect(raster.height == 399 || raster.height == 400)
            let bars = raster.runs(inRow: raster.height / 2).dropFirst().dropLast()
            #expect(bars.count == 79)
            #expect(bars.allSatisfy { $0.isMultiple(of: 4) }, "\(bars)")
        }
    }

    @Test func severalJobsRunSideBySide() async throws {
        let document = try await label()
        let media = try media()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try await withThrowingTaskGroup(of: PrintedJob.self) { group in
                for index in 0..<6 {
                    group.addTask {
                        try await queue.print(
                            document: document,
                            title: "\(index)",
                            media: media,
                            printer: index % 2 == 0 ? "box203" : "box300"
                        )
                    }
                }
                var identifiers: Set<Int> = []
                for try await job in group {
                    #expect(job.state == .completed)
                    identifiers.insert(job.identifier)
                }
                #expect(identifiers.count == 6)
            }
            #expect(try bed.documents(at: "box203").count == 3)
        }
    }

    @Test func printersAreDescribed() async throws {
        try await PrinterBed.with { bed in
            let printers = try await PrintQueue(server: bed.server).printers()
            let names = [
                "both203", "box203", "box300", "closed", "cols203", "halted", "held", "jammed", "locked", "off",
                "raster203",
                "slow203",
                "zpl",
            ]
            #expect(printers.map(\.name) == names)
            let box = try #require(printers.first { $0.name == "box203" })
            #expect(box.state == .idle)
            #expect(box.isAcceptingJobs)
            #expect(box.resolutions == [.common])
            #expect(box.media.contains { $0.contains("100x50mm") }, "\(box.media)")
            let halted = try #require(printers.first { $0.name == "halted" })
            #expect(halted.state == .stopped)
            #expect(halted.message == "the roll is empty")
            #expect(halted.reasons.contains("paused"))
        }
    }

    @Test func eachObstacleIsItsOwnError() async throws {
        let document = try await label()
        let media = try media()
        let large = try #require(LabelMedia(width: 300, height: 200))
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            func print(on printer: String?, media: LabelMedia = media, copies: Int = 1) async throws -> PrintedJob {
                try await queue.print(document: document, title: "t", media: media, copies: copies, printer: printer)
            }
            for name in ["nowhere", "box203/../halted", "", "a b", "box203?x#y"] {
                await #expect(throws: PrintError.unknownPrinter(name)) { try await print(on: name) }
            }
            await #expect(throws: PrintError.noPrinter) { try await print(on: nil) }
            await #expect(throws: PrintError.stopped(printer: "halted", words: Message(verbatim: "the roll is empty")))
            {
                try await print(on: "halted")
            }
            await #expect(
                throws: PrintError.notAcceptingJobs(printer: "closed", words: Message(verbatim: "closed for today"))
            ) {
                try await print(on: "closed")
            }
            await #expect(
                throws: PrintError.mediaNotSupported(printer: "box203", media: "custom_300x200mm_300x200mm")
            ) { try await print(on: "box203", media: large) }
            await #expect(throws: PrintError.copies(0)) { try await print(on: "box203", copies: 0) }
            await #expect(throws: PrintError.emptyDocument) {
                try await queue.print(
                    document: PrintDocument(bytes: [], format: .pdf),
                    title: "t",
                    media: media,
                    printer: "box203"
                )
            }
            let arrived = try bed.documents(at: "box203")
            #expect(arrived.isEmpty)
        }
    }

    @Test func aJobThatJamsTellsTheStoppedQueue() async throws {
        let document = try await label()
        let media = try media()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            for _ in 1...2 {
                let error = try await #require(throws: PrintError.self) {
                    try await queue.print(document: document, title: "t", media: media, printer: "jammed")
                }
                guard case .stopped("jammed", let words) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(!words.english.isEmpty)
            }
        }
    }

    @Test func aPrinterThatIsOffLeavesTheJobUnfinished() async throws {
        let document = try await label()
        let media = try media()
        try await PrinterBed.with { bed in
            let patience = Duration.milliseconds(300)
            let error = try await #require(throws: PrintError.self) {
                try await PrintQueue(server: bed.server, patience: patience)
                    .print(document: document, title: "t", media: media, printer: "off")
            }
            guard case .unfinished(let job, patience, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(job.identifier > 0)
            #expect(!job.isOver)
        }
    }

    /// Port 1 is closed, and the backends of the bed say so in no language: nobody has to read their texts.
    @Test(arguments: ["socket://127.0.0.1:1", "lpd://127.0.0.1:1/queue", "ipp://127.0.0.1:1/ipp/print"])
    func aQueueThatDoesNotReachItsPrinterIsSaidToBeOffline(device: String) async throws {
        let document = PrintDocument(bytes: Array("^XA^XZ".utf8), format: .raw)
        let media = try media()
        try await PrinterBed.with { bed in
            try await bed.run("lpadmin", "-p", "away", "-E", "-v", device, "-m", "raw")
            let error = try await #require(throws: PrintError.self) {
                try await PrintQueue(server: bed.server)
                    .print(document: document, title: "t", media: media, printer: "away")
            }
            #expect(error.kind == "printer-offline", "\(error)")
        }
    }

    /// A printer that takes one connection at a time is not tried while somebody has it.
    @Test func aPrinterIsInReachWhileSomebodyHereIsConnected() async throws {
        try await SocketPrinter.with { printer in
            let reach = try #require(PrinterReach(device: "socket://localhost:\(printer.port)/?contimeout=5"))
            #expect(!reach.isConnected)
            #expect(!reach.isOutOfReach)
            let connection = try SocketConnection(to: "127.0.0.1", port: printer.port, named: "zebra")
            #expect(reach.isConnected)
            connection.finish()
        }
        #expect(PrinterReach(device: "lpd://127.0.0.1/queue") != nil)
        for device in ["usb://Zebra/ZD420", "ipp://host/ipp/print", "socket://", "hp:/net/x"] {
            #expect(PrinterReach(device: device) == nil, "\(device)")
        }
    }

    @Test func whatIsNoDocumentIsAborted() async throws {
        let media = try media()
        try await PrinterBed.with { bed in
            let error = try await #require(throws: PrintError.self) {
                try await PrintQueue(server: bed.server).print(
                    document: PrintDocument(bytes: Array("no PDF at all".utf8), format: .pdf),
                    title: "t",
                    media: media,
                    printer: "raster203"
                )
            }
            #expect(["print-job-aborted", "printer-stopped"].contains(error.kind), "\(error)")
        }
    }

    @Test func aCancelledTaskLeavesTheJobWithTheServer() async throws {
        let document = try await label()
        let media = try media()
        try await PrinterBed.with { bed in
            let task = Task {
                try await PrintQueue(server: bed.server)
                    .print(document: document, title: "t", media: media, printer: "off")
            }
            task.cancel()
            let error = try await #require(throws: PrintError.self) { try await task.value }
            guard case .abandoned = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    /// Port 1 is closed, and nothing is at the path.
    @Test(arguments: ["127.0.0.1:1", "/nowhere/cups.sock"])
    func aServerThatIsAwayIsNamed(server: String) async throws {
        let queue = PrintQueue(server: server)
        let document = try await label()
        let media = try media()
        for attempt in [
            { _ = try await queue.printers() },
            { _ = try await queue.print(document: document, title: "t", media: media, printer: "box203") },
        ] as [@Sendable () async throws -> Void] {
            let error = try await #require(throws: PrintError.self) { try await attempt() }
            guard case .serverAway(server, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.description.hasPrefix("cannot reach the print server \(server)"))
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Labels

/// What printers and queues say of themselves, each its own error; against a real CUPS server and real IPP printers.
@Suite struct PrinterStateTests {
    private func label() async throws -> PrintDocument {
        let contents = [try Samples.content(42)]
        return PrintDocument(
            bytes: try await LabelRenderer().pdf(contents, template: Samples.box(), target: .common),
            format: .pdf
        )
    }

    private func media(_ width: Double = 100, _ height: Double = 50) throws -> LabelMedia {
        try #require(LabelMedia(width: width, height: height))
    }

    /// A job leaves the printer in a state; the next one is not even sent.
    @Test(arguments: [
        ("media-empty", "out-of-labels"), ("cover-open", "cover-open"), ("media-jam", "media-jam"),
        ("marker-supply-empty", "ribbon-empty"), ("media-needed", "wrong-media"),
        ("input-tray-missing", "out-of-labels"),
    ])
    func whatAPrinterSaysIsHeededBeforeAnythingIsSent(reason: String, kind: String) async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            // The label itself comes out, and the printer is left like this.
            try bed.sayAfterwards(["STATE: +\(reason)"], at: "box203")
            let ticket = PrintTicket(title: reason, media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            let job = try await queue.send(document, of: queue.begin(ticket))
            while try await !queue.state(of: job).isOver {}
            let asked = try await queue.printer(named: "box203")
            #expect(asked.reasons.contains { $0.hasPrefix(reason) }, "\(asked.reasons)")
            #expect(asked.trouble?.kind == kind)
            #expect(try await queue.printer(named: "box300").trouble == nil)
            let arrived = try bed.documents(at: "box203").count
            let error = try await #require(throws: PrintError.self) {
                try await queue.print(document: document, title: "t", media: media, printer: "box203")
            }
            #expect(error.kind == kind, "\(error)")
            #expect(error.description.hasPrefix("cannot print on box203"))
            #expect(try bed.documents(at: "box203").count == arrived)
        }
    }

    @Test func theWrongRollIsNamed() async throws {
        let (document, media) = (try await label(), try media(101.6, 50.8))
        try await PrinterBed.with { bed in
            let error = try await #require(throws: PrintError.self) {
                try await PrintQueue(server: bed.server)
                    .print(document: document, title: "t", media: media, printer: "box203")
            }
            #expect(error.kind == "wrong-media")
            #expect(error.description.contains("(100 × 50 mm): load 101.6 × 50.8 mm,"))
            #expect(try bed.documents(at: "box203").isEmpty)
        }
    }

    /// While the printer waits for somebody the job does, and says why.
    @Test func aPrinterThatRunsOutInTheMiddleSaysSo() async throws {
        let document = try await label()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try bed.say(["STATE: +media-empty"], at: "box203")
            try bed.sayAfterwards(["STATE: -media-empty"], at: "box203")
            try bed.hold(true, at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            var job = try await queue.send(document, of: queue.begin(ticket))
            while job.trouble == nil, !job.isOver { job = try await queue.state(of: job, asksPrinter: true) }
            #expect(job.trouble?.kind == "out-of-labels", "\(job)")
            try bed.hold(false, at: "box203")
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(job.isPrinted)
        }
    }

    @Test func jobsThatEndOtherwiseAreEachTheirOwnError() async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            func failure(on printer: String) async throws -> PrintError {
                try await #require(throws: PrintError.self) {
                    try await queue.print(document: document, title: "t", media: media, printer: printer)
                }
            }
            #expect(try await failure(on: "held").kind == "print-job-held")
            let locked = try await failure(on: "locked")
            #expect(locked == .authenticationNeeded(printer: "locked"), "\(locked)")

            // A job that somebody takes back.
            try bed.hold(true, at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            var job = try await queue.send(document, of: queue.begin(ticket))
            try await bed.run("cancel", String(job.identifier))
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(job.trouble?.kind == "print-job-cancelled", "\(job)")
            try bed.hold(false, at: "box203")

            // One that the server does not know.
            let unknown = try await queue.state(of: PrintedJob(identifier: 99_999, printer: "box203"))
            #expect(unknown.trouble?.kind == "print-job-forgotten")
        }
    }

    /// An empty job prints nothing and is known to be empty.
    @Test func aJobWithoutItsDocumentIsTakenBack() async throws {
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            let job = try await queue.begin(ticket)
            let empty = try await queue.state(of: job)
            #expect(!empty.hasDocument)
            #expect(!empty.wasBegun)
            try await queue.cancel(job)
            while try await !queue.state(of: job).isOver {}
            #expect(try bed.documents(at: "box203").isEmpty)
        }
    }

    /// The dots that leave here are the dots that arrive.
    @Test func rasterGoesThroughCUPSUntouched() async throws {
        let media = try media()
        let contents = [try Samples.content(42), try Samples.content(43)]
        let pages = try await LabelRenderer().rasters(contents, template: Samples.box(), target: .common)
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            for name in ["raster203", "both203"] {
                let printer = try await queue.printer(named: name)
                #expect(printer.form == .pwg)
                #expect(printer.resolution == .common)
                let document = try PWGDocument.of(pages, for: printer)
                _ = try await queue.print(
                    document: document,
                    title: "t",
                    media: media,
                    resolution: .common,
                    printer: name
                )
                let arrived = try #require(try bed.documents(at: name).first)
                #expect(Array(try Data(contentsOf: URL(fileURLWithPath: arrived))) == document.bytes)
            }
        }
    }

    @Test func zplGoesThroughARawQueueUntouched() async throws {
        let media = try media()
        let pages = try await LabelRenderer().rasters([try Samples.content()], template: Samples.box(), target: .common)
        try await PrinterBed.with { bed in
            let document = ZPLDocument.of(pages)
            _ = try await PrintQueue(server: bed.server)
                .print(document: document, title: "t", media: media, printer: "zpl")
            let arrived = try #require(try bed.documents(at: "zpl").first)
            #expect(Array(try Data(contentsOf: URL(fileURLWithPath: arrived))) == document.bytes)
        }
    }

    /// Options of an instance count, but not those that would spoil the dots.
    @Test func instancesBringTheirOptions() async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            try await bed.run("lpoptions", "-p", "held/now", "-o", "job-hold-until=no-hold", "-o", "scaling=50")
            let queue = PrintQueue(server: bed.server, patience: .milliseconds(300))
            let held = try await #require(throws: PrintError.self) {
                try await queue.print(document: document, title: "t", media: media, printer: "held")
            }
            #expect(held.kind == "print-job-held")
            let instance = try await #require(throws: PrintError.self) {
                try await queue.print(document: document, title: "t", media: media, printer: "held", instance: "now")
            }
            // Its printer is off: it is not held, and waits for it.
            #expect(instance.kind == "print-job-unfinished", "\(instance)")
            try await bed.run("lpoptions", "-x", "held/now")
        }
    }

    /// A second tray that is empty keeps nobody from printing.
    @Test func oneOfSeveralTraysMayBeEmpty() throws {
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"])]))
        printer.add(device: ["printer-state-reasons": .strings(["media-empty-warning"])])
        #expect(printer.obstacles == [.mediaEmpty])
        printer.add(device: [
            "printer-state-reasons": .strings(["media-empty-warning"]),
            "media-ready": .strings(["iso_a4_210x297mm", "na_letter_8.5x11in"]),
        ])
        #expect(printer.obstacles.isEmpty)
    }

    @Test(arguments: [
        ("media-empty-error", PrinterObstacle.mediaEmpty), ("media-empty", .mediaEmpty),
        ("cover-open-error", .coverOpen),
        ("door-open", .coverOpen), ("media-jam-error", .jam), ("toner-empty-error", .markerEmpty),
        ("offline-error", .offline), ("fuser-over-temp-error", .other("fuser-over-temp")),
    ])
    func errorsAreObstacles(reason: String, obstacle: PrinterObstacle) {
        #expect(PrinterObstacle(reason: reason) == obstacle)
    }

    @Test(arguments: [
        "none", "media-low-warning", "fuser-over-temp-warning", "toner-low", "paused", "connecting-to-device",
    ])
    func warningsAreNot(reason: String) { #expect(PrinterObstacle(reason: reason) == nil) }
}

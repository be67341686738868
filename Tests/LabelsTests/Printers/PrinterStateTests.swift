import Foundation
import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

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

    /// What an idle printer merely reports, as of a job before, keeps nobody from printing.
    @Test func whatAPrinterReportsWhileItIsIdleIsNoObstacle() async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try bed.sayAfterwards(["STATE: +cover-open", "STATE: +marker-supply-empty"], at: "box203")
            for arrived in 1...2 {
                let job = try await queue.print(document: document, title: "t", media: media, printer: "box203")
                #expect(job.outcome == .printed)
                #expect(try bed.documents(at: "box203").count == arrived)
            }
            let asked = try await queue.printer(named: "box203")
            #expect(asked.reasons.contains("cover-open-report"), "\(asked.reasons)")
            #expect(asked.trouble == nil)
        }
    }

    /// A stopped printer stands still for what it reports, whatever suffix it gives that.
    @Test(arguments: [
        ("media-empty-report", "out-of-labels"), ("cover-open-warning", "cover-open"), ("media-jam", "media-jam"),
        ("marker-supply-empty-error", "ribbon-empty"), ("media-needed-report", "wrong-media"),
    ])
    func whatAStoppedPrinterReportsIsAnObstacle(reason: String, kind: String) throws {
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"])]))
        printer.add(device: ["printer-state": .integers([5]), "printer-state-reasons": .strings([reason])])
        #expect(printer.trouble?.kind == kind)
        let media = try media()
        #expect(throws: PrintError.self) { try printer.check(media) }
        try printer.check(media, despite: [kind])
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
            while job.hints.isEmpty, !job.isOver { job = try await queue.state(of: job, asksPrinter: true) }
            var watch = PrintedJobWatch()
            let delay = try #require(watch.trouble(of: &job, after: .seconds(5)))
            #expect(delay.isPassing && delay.description.contains("media-empty"), "\(delay)")
            try bed.hold(false, at: "box203")
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(job.outcome == .printed)
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
            // A queue that holds new jobs gets none.
            let held = try await failure(on: "held")
            #expect(held.kind == "printer-stopped", "\(held)")
            #expect(held.description.contains("cupsenable --release"))
            let locked = try await failure(on: "locked")
            #expect(locked == .authenticationNeeded(printer: "locked"), "\(locked)")

            // A job that is cancelled while its printer is at it.
            try bed.say(["STATE: +media-empty"], at: "box203")
            try bed.hold(true, at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            var job = try await queue.send(document, of: queue.begin(ticket))
            while job.hints.isEmpty { job = try await queue.state(of: job, asksPrinter: true) }
            try await bed.run("cancel", String(job.identifier))
            // The queue is idle once it has passed the cancellation on; only then may the printer finish the job.
            while try await queue.printer(named: "box203").state != .idle {}
            try bed.hold(false, at: "box203")
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(Self.doubt(job) == "print-job-cancelled", "\(job)")

            // One that the server does not know.
            let unknown = PrintedJob(identifier: 99_999, printer: "box203", name: "t")
            #expect(Self.doubt(try await queue.state(of: unknown)) == "print-job-forgotten")
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
            try await queue.cancel(job)
            var now = empty
            while !now.isOver { now = try await queue.state(of: job) }
            #expect(now.outcome == .nothing)
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
            let job = try await PrintQueue(server: bed.server)
                .print(document: document, title: "t", media: media, printer: "zpl")
            // It was delivered, and nobody can say more.
            #expect(Self.doubt(job) == "print-job-unconfirmed", "\(job)")
            let arrived = try #require(try bed.documents(at: "zpl").first)
            #expect(Array(try Data(contentsOf: URL(fileURLWithPath: arrived))) == document.bytes)
        }
    }

    /// Why a job is in doubt; nil when it is not.
    private static func doubt(_ job: PrintedJob) -> String? {
        if case .doubtful(let why) = job.outcome { why.kind } else { nil }
    }

    /// CUPS calls such a job completed.
    @Test func whatThePrinterGivesUpIsNotPrinted() async throws {
        let document = try await label()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try bed.fail(true, at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            var job = try await queue.send(document, of: queue.begin(ticket))
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(Self.doubt(job) == "print-job-spoilt", "\(job)")
            guard case .failed = job.word else {
                Issue.record("the printer was not asked: \(job)")
                return
            }
            // What it printed afterwards it did.
            try bed.fail(false, at: "box203")
            let media = try media()
            let next = try await queue.print(document: document, title: "t", media: media, printer: "box203")
            #expect(next.outcome == .printed)
        }
    }

    /// The printer counted fewer pages than it got, and calls the job completed all the same.
    @Test func aPrinterThatCountsFewerPagesHasNotPrintedAll() async throws {
        let document = try await label()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try bed.say(["ATTR: job-impressions-completed=7"], at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            let counted = document.counted(PrintDocument.Pages(count: 12, millimetres: 50))
            var job = try await queue.send(counted, of: queue.begin(ticket))
            while !job.isOver { job = try await queue.state(of: job) }
            #expect(job.word == .failed(Message("it counted \(7, "count") of \(12, "pages")")), "\(job)")
        }
    }

    /// The memory of the server is not ours: the printer knows what came out.
    @Test func aServerWithoutAMemoryIsNotNeeded() async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            let first = try await queue.print(document: document, title: "t", media: media, printer: "box203")
            try await bed.run("cancel", "-x", "-a", "box203")
            let gone = try await queue.state(of: first)
            #expect(gone.state == .forgotten)
            #expect(gone.outcome == .printed)
        }
    }

    /// Without its queue, with another job under its number, or with a name of its own: never as if nothing was sent.
    @Test func whatNobodyRemembersIsInDoubt() async throws {
        let document = try await label()
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            try bed.hold(true, at: "box203")
            let ticket = PrintTicket(title: "t", media: "om_box-label_100x50mm", copies: 1, printer: "box203")
            let job = try await queue.send(document, of: queue.begin(ticket))
            let other = PrintedJob(identifier: job.identifier, printer: "box203", name: "labels 1/1")
            #expect(Self.doubt(try await queue.state(of: other)) == "print-job-forgotten")
            let device = try await bed.run("lpstat", "-v", "box203").output.split(separator: " ").last.map(String.init)
            try await bed.run("lpadmin", "-x", "box203")
            var gone = try await queue.state(of: job)
            while !gone.isOver { gone = try await queue.state(of: job) }
            #expect(Self.doubt(gone) != nil && gone.outcome != .nothing, "\(gone)")
            let address = try #require(device).trimmingCharacters(in: .whitespacesAndNewlines)
            try await bed.run("lpadmin", "-p", "box203", "-E", "-v", address, "-m", "everywhere")
            let again = try await queue.state(of: job)
            #expect(again.outcome == nil || Self.doubt(again) != nil, "\(again)")
            try bed.hold(false, at: "box203")
        }
    }

    @Test(
        arguments: [
            ([(9, [], 0)], nil, PrinterWord.printed), ([(9, ["job-completed-successfully"], 12)], 12, .printed),
            ([(9, [], 7)], 12, .failed(Message("it counted \(7, "count") of \(12, "pages")"))),
            ([(9, [], 6), (9, [], 6)], 12, .printed),
            (
                [(9, ["job-completed-with-errors"], 12)], 12,
                .failed(Message(verbatim: "completed, job-completed-with-errors"))
            ),
            ([(8, ["aborted-by-system"], 7)], 12, .failed(Message(verbatim: "aborted, aborted-by-system"))),
            ([(7, [], 0), (9, [], 12)], 12, .failed(Message(verbatim: "canceled"))), ([(5, [], 3)], 12, .underway),
            ([(9, [], 12), (6, [], 0)], nil, .underway), ([], 1, .unknown(Message("it does not know the job"))),
            ([(42, [], 0)], 1, .unknown(Message("it says \(PrintJobState.other(42), "state")"))),
        ] as [([(Int, [String], Int)], Int?, PrinterWord)]
    )
    func aPrinterIsTakenAtItsWord(jobs: [(Int, [String], Int)], pages: Int?, word: PrinterWord) {
        let attributes = jobs.map { state, reasons, count in
            [
                "job-state": IPPValues.integers([state]), "job-state-reasons": .strings(reasons),
                "job-impressions-completed": .integers([count]),
            ]
        }
        #expect(PrinterQuestion.word(of: attributes, pages: pages) == word)
    }

    /// Those that no printer speaks for, and queues of other servers, whose word is only that they passed it on.
    @Test(arguments: [
        "usb://Zebra/ZD420", "socket://192.0.2.1:9100", "lpd://x/y", "ipp://server:631/printers/zebra", "",
    ])
    func aQueueWithoutAPrinterThatAnswersLeavesAJobInDoubt(device: String) {
        let word = PrinterQuestion(device).word(of: PrintedJob(identifier: 1, printer: "p", name: "t"))
        guard case .unknown = word else {
            Issue.record("\(word)")
            return
        }
    }

    /// Its word says where it cannot be reached, and that passes or is given up.
    @Test func aPrinterThatDoesNotAnswerIsAskedAgain() {
        var job = PrintedJob(on: "p", word: .unreachable(Message("no route")))
        #expect(job.outcome == nil)
        var watch = PrintedJobWatch()
        #expect(watch.trouble(of: &job, after: .seconds(1))?.isPassing == true)
        #expect(!job.isOver)
        _ = watch.trouble(of: &job, after: .seconds(40))
        #expect(Self.doubt(job) == "print-job-unconfirmed")
    }

    /// What a queue says that has not asked is of its last job: of today's printer it says nothing.
    @Test func whatAQueueKeptFromItsLastJobKeepsNobodyFromPrinting() throws {
        func printer(_ state: Int) throws -> LabelPrinter {
            try #require(
                LabelPrinter(ipp: [
                    "printer-name": .strings(["p"]), "printer-state": .integers([state]),
                    "printer-state-reasons": .strings(["media-empty-error", "cover-open"]),
                ])
            )
        }
        #expect(try printer(3).trouble == nil)
        #expect(try printer(4).obstacles == [.mediaEmpty, .coverOpen])
        var asked = try printer(3)
        asked.add(device: ["printer-state-reasons": .strings(["cover-open"])])
        #expect(asked.obstacles == [.coverOpen])
    }

    /// A word that says no size may stand for any; that of another size does not.
    @Test(arguments: [
        (["unknown"], true), (["com.example.roll"], true), (["oe_4x2-label_4x2in", "unknown"], true), ([], true),
        (["om_box-label_100x50mm"], true), (["oe_4x2-label_4x2in"], false),
    ])
    func wordsOfVendorsForMediaKeepNobodyFromPrinting(ready: [String], isRight: Bool) throws {
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"])]))
        printer.add(device: ["media-ready": .strings(ready)])
        let media = try media()
        if isRight { try printer.check(media) } else { #expect(throws: PrintError.self) { try printer.check(media) } }
        // A clerk may know better.
        try printer.check(media, despite: ["wrong-media"])
    }

    /// CUPS tries for hours; whoever waits is told within seconds.
    @Test func aPrinterOutOfReachIsToldWithinSeconds() async throws {
        let (document, media) = (try await label(), try media())
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            // Nothing listens on this port.
            try await bed.run("lpadmin", "-p", "box203", "-v", "ipp://localhost:1/ipp/print")
            let start = ContinuousClock.now
            let error = try await #require(throws: PrintError.self) {
                try await queue.print(document: document, title: "t", media: media, printer: "box203")
            }
            #expect(error.kind == "printer-offline", "\(error)")
            #expect(start.duration(to: .now) < .seconds(60))
        }
    }

    /// It would pass PDF on to a printer that prints it as text.
    @Test(arguments: [
        ("Local Raw Printer", "socket://192.0.2.1", [], true), ("Local Raw Printer", "usb://Zebra/ZD420", [], true),
        ("Local Raw Printer", "ipp://host/ipp/print", ["application/pdf"], false),
        ("Remote Printer", "ipp://host/printers/p", [], false),
        ("Zebra ZPL Label Printer", "usb://Zebra/ZD420", [], false),
    ])
    func aQueueWithoutADriverNeedsAForm(model: String, device: String, formats: [String], isMissing: Bool) throws {
        var printer = try #require(
            LabelPrinter(ipp: [
                "printer-name": .strings(["p"]), "printer-make-and-model": .strings([model]),
                "device-uri": .strings([device]),
            ])
        )
        if !formats.isEmpty { printer.add(device: ["document-format-supported": .strings(formats)]) }
        #expect(printer.formTrouble == (isMissing ? .formMissing(printer: "p") : nil))
    }

    /// A second tray that is empty keeps nobody from printing.
    @Test func oneOfSeveralTraysMayBeEmpty() throws {
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"])]))
        printer.add(device: ["printer-state-reasons": .strings(["media-empty-error"])])
        #expect(printer.obstacles == [.mediaEmpty])
        #expect(throws: PrintError.outOfLabels(printer: "p", words: Message(verbatim: "media-empty-error"))) {
            try printer.check(media())
        }
        try printer.check(media(), despite: ["out-of-labels"])
        printer.add(device: [
            "printer-state-reasons": .strings(["media-empty-error"]),
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
        "media-empty-report", "media-empty-warning", "cover-open-warning", "media-jam-report", "offline-report",
        "marker-supply-empty-warning", "com.example.sleeping",
    ])
    func warningsAreNot(reason: String) { #expect(PrinterObstacle(reason: reason) == nil) }
}

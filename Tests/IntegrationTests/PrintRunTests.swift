import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Runs of labels through the daemon, real CUPS and printers, with what goes wrong there.
@Suite struct PrintRunTests {
    /// The codes on all pages that arrived at a printer, a page after the other.
    private func codes(at printer: String, of printers: PrinterBed, in bed: DaemonBed) async throws -> [String] {
        var codes: [String] = []
        for document in try printers.documents(at: printer) {
            let stem = bed.scratch("page-" + UUID().uuidString.prefix(8))
            try FileManager.default.createDirectory(atPath: stem, withIntermediateDirectories: true)
            let drawn = try await ChildRun.of("/usr/bin/pdftoppm", ["-r", "203", "-mono", document, stem + "/p"])
            #expect(drawn.status == 0)
            let pages = try FileManager.default.contentsOfDirectory(atPath: stem).sorted().map { stem + "/" + $0 }
            let read = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw"] + pages)
            #expect(read.lines.count == pages.count)
            codes += read.lines
            try FileManager.default.removeItem(atPath: stem)
        }
        return codes
    }

    /// The daemon dies twice in the middle, and every number is on exactly one label.
    @Test func aThousandLabelsSurviveTheDeathOfTheDaemon() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                var client = DaemonClient(socketPath: bed.socket)
                // However late this test looks, something is left to print: the printer stands in the eleventh of forty jobs.
                try printers.hold(from: 11, at: "box203")
                let things = NewLabelsRequest(count: 1_000, kind: "box")
                let begun = try await client.ask(
                    API.Labels.print,
                    LabelPrintRequest(new: things, printer: "box203", until: "accepted")
                )
                let number = try #require(begun.batch)
                #expect(begun.barcodes.count == 1_000)
                for (limit, next) in [(200, 25), (500, 1_000)] {
                    var batch = try await client.ask(API.LabelBatches.show, at: String(number))
                    while batch.printed < limit, batch.state == "running" {
                        batch = try await client.printBatchChanged(number, printed: batch.printed)
                    }
                    #expect(batch.state == "running" && batch.trouble == nil, "\(batch)")
                    try printers.hold(from: next, at: "box203")
                    var generator = SystemRandomNumberGenerator()
                    await KillMoment.random(using: &generator).pass()
                    try await bed.kill()
                    await client.close()
                    try await bed.start()
                    client = DaemonClient(socketPath: bed.socket)
                    let resumed = try await client.ask(
                        API.LabelBatches.resume,
                        at: String(number),
                        BatchResumeRequest(until: "accepted")
                    )
                    #expect(resumed.doubtful == 0)
                }
                let run = try await bed.outguide("label", "batch", "resume", String(number))
                #expect(run.status == 0, "\(run.errors)")
                let batch = try await client.ask(API.LabelBatches.show, at: String(number))
                #expect((batch.state, batch.printed, batch.labels) == ("done", 1_000, 1_000))
                let read = try await codes(at: "box203", of: printers, in: bed)
                #expect(read.sorted() == begun.barcodes.sorted())
                #expect(Set(read).count == 1_000)
                // Nothing more was minted, and the log says of each that it was printed once.
                #expect(try await client.ask(API.Status.show).entities["container"] == 1_000)
                #expect(try await client.ask(API.Status.show).entries == 2_000)
                #expect(
                    try await client.ask(API.Labels.pending, query: [Parameter.limit.set(1_000)]).items.count == 1_000
                )
                #expect(try await client.ask(API.Log.verify).problems == [])
                await client.close()
            }
        }
    }

    /// The printer says so, the clerk is told, and once the roll is changed the run goes on by itself.
    @Test func aPrinterThatRunsOutHoldsTheRunUp() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                try printers.say(["STATE: +media-empty"], at: "box203")
                try printers.sayAfterwards(["STATE: -media-empty"], at: "box203")
                try printers.hold(true, at: "box203")
                let client = DaemonClient(socketPath: bed.socket)
                let run = Task {
                    let words = ["label", "print", "--new", "3", "--printer", "box203", "--kind", "crate"]
                    let path = try BuiltProduct.path(of: "outguide")
                    return try await ChildRun.of(path, words, environment: ["OUTGUIDE_SOCKET": bed.socket])
                }
                var batches: [PrintBatchResource] = []
                while batches.isEmpty {
                    batches = try await client.ask(API.LabelBatches.list, query: [API.LabelBatches.open.set(true)])
                        .items
                }
                var batch = try #require(batches.first)
                while batch.waitingFor == nil { batch = try await client.printBatchChanged(1, printed: 0, seen: "") }
                #expect(batch.waitingFor?.detail.contains("media-empty") == true, "\(batch)")
                #expect((batch.state, batch.sent) == ("running", 3))
                // Nothing counts as printed that was not.
                #expect(try await bed.outguide("label", "pending", "--quiet").output.isEmpty)
                try printers.hold(false, at: "box203")
                while batch.state == "running" {
                    batch = try await client.printBatchChanged(1, printed: batch.printed)
                }
                #expect((batch.state, batch.printed) == ("done", 3))
                #expect(batch.trouble == nil)
                let ended = try await run.value
                #expect(ended.status == 0, "\(ended.errors)")
                #expect(ended.errors.contains("media-empty"), "\(ended.errors)")
                await client.close()
                let pending = try await bed.outguide("label", "pending", "--quiet").lines
                let read = try await codes(at: "box203", of: printers, in: bed)
                #expect(pending == read)
            }
        }
    }

    /// What the printer gave up may lie in its tray: somebody has to look.
    @Test func aJobThatIsTakenBackLeavesLabelsInDoubt() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                try printers.hold(true, at: "box203")
                let client = DaemonClient(socketPath: bed.socket)
                let begun = try await client.ask(
                    API.Labels.print,
                    LabelPrintRequest(new: NewLabelsRequest(count: 2), printer: "box203", until: "accepted")
                )
                // Until it is with the printer it is surely not printed.
                var states = ""
                while !states.contains("processing") {
                    states =
                        try await printers.run("lpstat", "-p", "box203").output.contains("now printing")
                        ? "processing" : ""
                }
                try await printers.run("cancel", String(begun.job))
                try printers.hold(false, at: "box203")
                var batch = try await client.ask(API.LabelBatches.show, at: "1")
                while batch.state == "running" { batch = try await client.printBatchChanged(1, printed: 0) }
                #expect((batch.state, batch.doubtful) == ("open", 2), "\(batch)")
                #expect(batch.trouble?.kind == "print-job-cancelled")
                let refused = try await bed.outguide("label", "batch", "resume", "1")
                #expect(refused.status == 1)
                #expect(begun.barcodes.allSatisfy { refused.errors.contains($0) }, "\(refused.errors)")
                #expect(refused.errors.contains("--in-doubt print"))
                let before = try printers.documents(at: "box203").count
                let kept = try await bed.outguide("label", "batch", "resume", "1", "--in-doubt", "keep")
                #expect(kept.status == 0, "\(kept.errors)")
                #expect(try printers.documents(at: "box203").count == before)
                #expect(try await client.ask(API.LabelBatches.show, at: "1").printed == 2)
                await client.close()
            }
        }
    }

    /// CUPS calls the job completed; the printer, asked itself, does not.
    @Test func whatThePrinterGivesUpIsInDoubt() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                try printers.fail(true, at: "box203")
                let run = try await bed.outguide("label", "print", "--new", "12", "--printer", "box203")
                #expect(run.status == 1)
                let batch = try #require(try await bed.json("label", "batch", "show", "1") as? [String: Any])
                #expect(batch["printed"] as? Int == 0)
                #expect(batch["doubtful"] as? Int == 12, "\(batch)")
                #expect(try await bed.outguide("label", "pending", "--quiet").output.isEmpty)
            }
        }
    }

    /// Its queue is deleted and made anew while the printer has the labels: none is sent again unasked.
    @Test func aQueueThatIsMadeAnewSendsNothingAgain() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                try printers.hold(true, at: "box203")
                let client = DaemonClient(socketPath: bed.socket)
                let request = LabelPrintRequest(new: NewLabelsRequest(count: 3), printer: "box203", until: "accepted")
                _ = try await client.ask(API.Labels.print, request)
                var words = ""
                while !words.contains("now printing") {
                    words = try await printers.run("lpstat", "-p", "box203").output
                }
                let device = try await printers.run("lpstat", "-v", "box203").answer.split(separator: " ").last
                try await printers.run("lpadmin", "-x", "box203")
                var batch = try await client.ask(API.LabelBatches.show, at: "1")
                while batch.state == "running", batch.sent > 0 {
                    batch = try await client.printBatchChanged(1, printed: 0)
                }
                let address = String(try #require(device))
                try await printers.run("lpadmin", "-p", "box203", "-E", "-v", address, "-m", "everywhere")
                let before = try printers.documents(at: "box203").count
                let resumed = try await bed.outguide("label", "batch", "resume", "1")
                #expect(resumed.status == 1)
                #expect(resumed.errors.contains("--in-doubt print"), "\(resumed.errors)")
                #expect(try await client.ask(API.LabelBatches.show, at: "1").doubtful == 3)
                #expect(try printers.documents(at: "box203").count == before)
                try printers.hold(false, at: "box203")
                await client.close()
            }
        }
    }

    /// It would get PDF as it is, and print it as text.
    @Test func aQueueWithoutADriverIsRefusedUntilItsFormIsSaid() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let refused = try await bed.outguide("label", "print", "--new", "1", "--printer", "zpl")
                #expect(refused.status == 1)
                #expect(refused.errors.contains("set form: zpl"), "\(refused.errors)")
                #expect(try printers.documents(at: "zpl").isEmpty)
                #expect(try await bed.outguide("printer", "show", "zpl").output.contains("set form: zpl"))
            }
            let configuration = "printers:\n  - name: zpl\n    form: zpl\n    resolution: 203\n"
            try await DaemonBed.with(configuration: configuration, environment: printers.environment) { bed in
                let run = try await bed.outguide("label", "print", "--new", "30", "--printer", "zpl")
                #expect(run.status == 1)
                #expect(run.errors.contains("cannot say whether these labels came out"), "\(run.errors)")
                // The run went on meanwhile.
                #expect(try printers.documents(at: "zpl").count == 2)
            }
        }
    }

    /// Its queue only passes labels on: the printer is asked past it, before and after.
    @Test func aPrinterBehindARawQueueIsJudgedByItsCounter() async throws {
        try await PrinterBed.with { printers in
            try await SocketPrinter.with { printer in
                let device = "socket://127.0.0.1:\(printer.port)"
                try await printers.run("lpadmin", "-p", "net", "-E", "-v", device, "-m", "raw")
                let configuration = "printers:\n  - name: net\n    form: zpl\n    resolution: 203\n"
                try await DaemonBed.with(configuration: configuration, environment: printers.environment) { bed in
                    func print(_ count: Int) async throws -> ChildRun {
                        try await bed.outguide("label", "print", "--new", String(count), "--printer", "net")
                    }
                    printer.condition.isOpen = true
                    let open = try await print(12)
                    #expect(open.status == 1)
                    #expect(open.errors.contains("its cover is open"), "\(open.errors)")
                    #expect(printer.formats.isEmpty)
                    printer.condition.isOpen = false
                    printer.condition.count = 4_711
                    let all = try await print(12)
                    #expect(all.status == 0, "\(all.errors)")
                    #expect(printer.condition.count == 4_723)
                    // Somebody cancels at the panel.
                    printer.condition.comesOut = 7
                    let some = try await print(12)
                    #expect(some.status == 1)
                    #expect(some.errors.contains("it counted 7 of 12 labels"), "\(some.errors)")
                    // One that does not count.
                    printer.condition.count = nil
                    printer.condition.comesOut = nil
                    let silent = try await print(1)
                    #expect(silent.status == 1)
                    #expect(silent.errors.contains("cannot say whether these labels came out"), "\(silent.errors)")
                    let client = DaemonClient(socketPath: bed.socket)
                    let runs = try await client.ask(API.LabelBatches.list).items.map { [$0.printed, $0.doubtful] }
                    #expect(runs == [[0, 1], [0, 12], [12, 0]])
                    await client.close()
                }
            }
        }
    }

    /// A label printer on the network, told from the configuration by station and by template.
    @Test func aPrinterWithoutCUPSGetsZPL() async throws {
        try await SocketPrinter.with { printer in
            let configuration = """
                printers:
                  - name: intake-zebra
                    address: socket://127.0.0.1:\(printer.port)
                    resolution: 203
                    media: 100x50
                    stations: [intake]
                  - name: nothing
                    address: nowhere
                    templates: [box-100x50]
                """
            try await DaemonBed.with(configuration: configuration, environment: ["CUPS_SERVER": "/nowhere"]) { bed in
                let run = try await bed.outguide(
                    "label",
                    "print",
                    "--new",
                    "12",
                    "--kind",
                    "folder",
                    "--title",
                    "Müller 北京",
                    "--station",
                    "intake",
                    "--quiet"
                )
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.lines.count == 12)
                var read: [String] = []
                for (index, format) in printer.formats.enumerated() {
                    let path = bed.scratch("\(index).pbm")
                    try Data(try ZPLPicture(format).pbm).write(to: URL(filePath: path))
                    read += try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", path]).lines
                }
                #expect(read == run.lines)
                // The template's own printer is a queue of a server that is away.
                let away = try await bed.outguide("label", "print", "--new", "1")
                #expect(away.status == 1)
                #expect(away.errors.contains("cannot reach the print server /nowhere"), "\(away.errors)")
                let counts = try #require(try await bed.json("status") as? [String: Any])
                #expect((counts["entities"] as? [String: Int])?["container"] == 0)

                // The line breaks in the middle: nobody knows.
                printer.condition.hangsUp = true
                let broken = try await bed.outguide("label", "print", "--new", "1", "--station", "intake")
                #expect(broken.status == 1)
                printer.condition.hangsUp = false
                let asked = try await bed.outguide("label", "batch", "resume", "2")
                #expect(asked.errors.contains("cannot say whether these labels came out"), "\(asked.errors)")
                let again = try await bed.outguide("label", "batch", "resume", "2", "--in-doubt", "print")
                #expect(again.status == 0, "\(again.errors)")
                #expect(printer.formats.count == 13)
                let shown = try #require(try await bed.json("printer", "show", "intake-zebra") as? [String: Any])
                #expect(shown["form"] as? String == "zpl")
                #expect(shown["trouble"] is NSNull)
                printer.condition.isOpen = true
                let open = try await bed.outguide("printer", "test", "intake-zebra")
                #expect(open.status == 1)
                #expect(open.errors.contains("its cover is open"))
            }
        }
    }

    @Test func theSameKeyPrintsOnce() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let key = IdempotencyKey.random()
                let request = LabelPrintRequest(new: NewLabelsRequest(count: 2), printer: "box203")
                var answers: [LabelPrintResponse] = []
                for _ in 1...3 {
                    let client = DaemonClient(socketPath: bed.socket, makeKey: { key })
                    answers.append(try await client.ask(API.Labels.print, request))
                    await client.close()
                }
                #expect(Set(answers).count == 1)
                #expect(answers[0].state == "completed")
                #expect(try printers.documents(at: "box203").count == 1)
            }
        }
    }

    @Test func labelsAreFollowedFromPrinterToShelf() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let box = try await bed.outguide("container", "add", "--quiet").answer
                func print(_ barcode: String, _ more: String...) async throws -> ChildRun {
                    let arguments = ["label", "print", barcode, "--printer", "box203"] + more
                    let path = try BuiltProduct.path(of: "outguide")
                    return try await ChildRun.of(path, arguments, environment: ["OUTGUIDE_SOCKET": bed.socket])
                }
                #expect(try await print(box).status == 0)
                #expect(try await bed.outguide("label", "pending", "--quiet").answer == box)
                let again = try await print(box)
                #expect(again.status == 1)
                #expect(again.errors.contains("again without a reason"), "\(again.errors)")
                let reason = try await print(box, "--reason", "torn off")
                #expect(reason.status == 0)
                #expect(try await bed.outguide("scan", "--station", "desk", input: box + "\n").output.contains(box))
                #expect(try await bed.outguide("label", "pending", "--quiet").output.isEmpty)
                let new = try await bed.outguide("label", "replace", box, "--quiet").answer
                #expect(try await print(new).status == 0)
                #expect(try await bed.outguide("label", "pending", "--quiet").answer == new)
                let history = try #require(try await bed.json("history", box) as? [[String: Any]])
                #expect(
                    history.map { $0["kind"] as? String } == [
                        "label-printed", "relabelled", "label-applied", "label-printed", "label-printed", "registered",
                    ]
                )
                #expect(history[3]["reason"] as? String == "torn off")
            }
        }
    }

    @Test func suppliesRunLow() async throws {
        try await PrinterBed.with { printers in
            let configuration = """
                supplies:
                  - name: roll-100x50
                    unit: labels
                    reorderAt: 10
                    templates: [box-100x50]
                  - name: boxes
                    unit: boxes
                    reorderAt: 2
                    kinds: [box]
                """
            try await DaemonBed.with(configuration: configuration, environment: printers.environment) { bed in
                #expect(try await bed.outguide("supplies", "receive", "roll-100x50", "15").status == 0)
                #expect(try await bed.outguide("supplies", "count", "boxes", "5").status == 0)
                let unknown = try await bed.outguide("supplies", "count", "pens", "5")
                #expect(unknown.status == 3)
                #expect(unknown.errors.contains("knows roll-100x50, boxes"), "\(unknown.errors)")
                #expect(try await bed.outguide("supplies", "list", "--low", "--quiet").output.isEmpty)
                let run = try await bed.outguide("label", "print", "--new", "2", "--copies", "3", "--printer", "box203")
                #expect(run.status == 0, "\(run.errors)")
                let list = try #require(try await bed.json("supplies", "list") as? [[String: Any]])
                #expect(list.map { $0["left"] as? Int } == [3, 9])
                #expect(list.map { $0["isLow"] as? Bool } == [false, true])
                let status = try await bed.outguide("status")
                #expect(status.output.contains("9 labels of roll-100x50 left: order more"), "\(status.output)")
                #expect(!status.output.contains("boxes left"))
                let entries = try #require(try await bed.json("supplies", "list", "--low") as? [[String: Any]])
                #expect(entries.map { $0["supply"] as? String } == ["roll-100x50"])
            }
        }
    }

    @Test func aPrinterIsMeasured() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let arguments = ["--zero", "5.5,4", "--length", "90,40"]
                let path = try BuiltProduct.path(of: "outguide")
                let calibrate = ["printer", "calibrate", "box203"]
                let run = try await ChildRun.of(
                    path,
                    calibrate + arguments,
                    environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                )
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.output.contains("-0.50 mm right, 1 mm down, 100 % wide, 100 % high"), "\(run.output)")
                let shown = try #require(try await bed.json("printer", "show", "box203") as? [String: Any])
                let kept = try #require(shown["calibration"] as? [String: Any])
                #expect(kept["offsetX"] as? Double == -0.5)
                #expect(shown["mediaReady"] as? [String] == ["om_box-label_100x50mm"])
                #expect(shown["form"] as? String == "pdf")
                let wrong = try await ChildRun.of(
                    path,
                    calibrate + ["--zero", "30,4", "--length", "90,40"],
                    environment: ["OUTGUIDE_SOCKET": bed.socket]
                )
                #expect(wrong.status == 64)
                #expect(wrong.errors.contains("cannot use these measurements"))
                #expect(try await bed.outguide("printer", "calibrate", "box203", "--reset").status == 0)
                #expect(try await bed.outguide("printer", "calibrate", "box203", "--reset").status == 3)
            }
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// A printer without CUPS, which several want at once.
@Suite struct SocketPrinterTests {
    private func configuration(of printer: SocketPrinter) -> String {
        """
        printers:
          - name: zebra
            address: socket://127.0.0.1:\(printer.port)
            resolution: 300
        """
    }

    private func codes(_ formats: [[UInt8]], in bed: DaemonBed) async throws -> [String] {
        var codes: [String] = []
        for format in formats {
            let path = bed.scratch("format.pbm")
            try Data(try ZPLPicture(format).pbm).write(to: URL(filePath: path))
            codes += try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", path]).lines
        }
        return codes
    }

    /// Waits until so many runs are at work or wait for their turn.
    private func wait(for count: Int, _ client: DaemonClient) async throws {
        while try await client.ask(API.LabelBatches.list, query: [API.LabelBatches.open.set(true)]).items.count(where: {
            $0.state == "running"
        }) != count {}
    }

    @Test func runsAtOnceComeOneAfterTheOther() async throws {
        try await SocketPrinter.with(oneAtATime: true) { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                // The first run is at the printer until it says that nothing is left.
                printer.condition.remaining = 1
                func request(_ count: Int) -> LabelPrintRequest {
                    LabelPrintRequest(new: NewLabelsRequest(count: count), printer: "zebra", until: "accepted")
                }
                // Two jobs, between which nobody may come.
                let first = try await client.ask(API.Labels.print, request(12))
                let second = Task {
                    let client = DaemonClient(socketPath: bed.socket)
                    let answer = try await client.ask(API.Labels.print, request(2))
                    await client.close()
                    return answer
                }
                try await wait(for: 2, client)
                let third = Task { try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra") }
                try await wait(for: 3, client)
                // It is not asked by others meanwhile: many printers take one connection.
                let shown = try await client.ask(API.Printers.show, at: "zebra")
                #expect(shown.trouble == nil)
                // One that waits can be taken back.
                #expect(try await bed.outguide("label", "batch", "cancel", "3").status == 0)
                #expect(try await third.value.status != 0)
                #expect(try await client.ask(API.LabelBatches.show, at: "3").state == "cancelled")
                printer.condition.remaining = 0
                let other = try await second.value
                for number: Int64 in [1, 2] {
                    var batch = try await client.ask(API.LabelBatches.show, at: String(number))
                    while batch.state == "running" {
                        batch = try await client.printBatchChanged(number, printed: batch.printed)
                    }
                    #expect(batch.state == "done", "\(batch)")
                }
                await client.close()
                #expect(try await codes(printer.formats, in: bed) == first.barcodes + other.barcodes)
            }
        }
    }

    /// What the printer that is at work says is told to who wants it next.
    @Test func whoComesLaterIsToldWhatHoldsItUp() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                printer.condition.remaining = 1
                let request = LabelPrintRequest(
                    new: NewLabelsRequest(count: 1),
                    printer: "zebra",
                    until: "accepted"
                )
                _ = try await client.ask(API.Labels.print, request)
                printer.condition.isOutOfLabels = true
                var batch = try await client.ask(API.LabelBatches.show, at: "1")
                while batch.trouble == nil { batch = try await client.printBatchChanged(1, printed: 0) }
                let later = try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra")
                #expect(later.status == 1)
                #expect(later.errors.contains("it is out of labels"), "\(later.errors)")
                // Nothing was minted for it.
                #expect(try await client.ask(API.LabelBatches.list).items.count == 1)
                printer.condition.isOutOfLabels = false
                // What goes while it is out of labels may not have come out.
                while batch.trouble != nil { batch = try await client.printBatchChanged(1, printed: 0) }
                printer.condition.remaining = 0
                while batch.state == "running" { batch = try await client.printBatchChanged(1, printed: 0) }
                #expect(batch.state == "done")
                await client.close()
            }
        }
    }

    /// Somebody cancels at its keys: nothing counts as printed, everybody is told, and a clerk who looked settles it.
    @Test func whatSomebodyCancelsAtThePrinterIsInDoubt() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                printer.condition.count = 4_711
                printer.condition.comesOut = 7
                let run = try await bed.outguide("label", "print", "--new", "10", "--printer", "zebra")
                #expect(run.status == 1)
                #expect(run.errors.contains("it counted 7 of 10 labels"), "\(run.errors)")
                let client = DaemonClient(socketPath: bed.socket)
                let batch = try await client.ask(API.LabelBatches.show, at: "1")
                #expect((batch.state, batch.printed, batch.doubtful) == ("open", 0, 10), "\(batch)")
                let command = "outguide label batch resume 1 --in-doubt"
                let check = try await bed.outguide("status", "--check")
                #expect(check.status == 1)
                #expect(check.output.contains(command), "\(check.output)")
                #expect(try await bed.outguide("status").output.contains(command))
                #expect(try await bed.outguide("label", "batch", "show", "1").output.contains(command))
                #expect(try await bed.outguide("doctor").output.contains(command))
                let numbers = try await ChildRun.of(
                    "/usr/bin/curl",
                    ["-s", "--unix-socket", bed.socket, "http://localhost/v1/metrics"]
                )
                #expect(numbers.lines.contains("outguide_labels_in_doubt 10"))
                let kept = try await bed.outguide("label", "batch", "resume", "1", "--in-doubt", "keep")
                #expect(kept.status == 0, "\(kept.errors)")
                #expect(try await client.ask(API.Status.show).labelDoubts == [])
                await client.close()
            }
        }
    }

    /// A run that is taken back while the printer stands still ends, and what the printer has is looked for.
    @Test func aRunAtAPausedPrinterCanBeTakenBack() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                printer.condition.remaining = 2
                let request = LabelPrintRequest(new: NewLabelsRequest(count: 2), printer: "zebra", until: "accepted")
                _ = try await client.ask(API.Labels.print, request)
                printer.condition.isPaused = true
                var batch = try await client.ask(API.LabelBatches.show, at: "1")
                while batch.trouble == nil { batch = try await client.printBatchChanged(1, printed: 0, seen: "") }
                #expect(batch.trouble?.kind == "printer-paused")
                #expect(batch.trouble?.detail.contains("press its pause key") == true)
                let cancelled = try await client.ask(API.LabelBatches.cancel, at: "1")
                #expect((cancelled.state, cancelled.doubtful) == ("cancelled", 2), "\(cancelled)")
                let settled = try await bed.outguide("label", "batch", "resume", "1", "--in-doubt", "print")
                #expect(settled.status == 0, "\(settled.errors)")
                #expect(try await client.ask(API.LabelBatches.show, at: "1").cancelled == 2)
                await client.close()
            }
        }
    }

    /// Whoever waits reads why, while the run is at work.
    @Test func whatARunWaitsForIsSaidMeanwhile() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                printer.condition.remaining = 1
                printer.condition.holdsLabel = true
                let run = Task { try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra") }
                var batches: [PrintBatchResource] = []
                while batches.isEmpty {
                    batches = try await client.ask(API.LabelBatches.list, query: [API.LabelBatches.open.set(true)])
                        .items
                }
                var batch = try #require(batches.first)
                while batch.waitingFor == nil {
                    batch = try await client.printBatchChanged(batch.batch, printed: 0, seen: "")
                }
                #expect(batch.waitingFor?.kind == "label-to-take")
                let shown = try await bed.outguide("label", "batch", "show", "1").output
                #expect(shown.contains("a label waits to be taken"), "\(shown)")
                printer.condition.holdsLabel = false
                printer.condition.remaining = 0
                let ended = try await run.value
                #expect(ended.status == 0, "\(ended.errors)")
                #expect(ended.errors.contains("a label waits to be taken"), "\(ended.errors)")
                await client.close()
            }
        }
    }

    /// It says so in the refusal, and the log keeps it.
    @Test func aClerkWhoKnowsBetterPrintsDespiteThePrinter() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                printer.condition.isWithoutRibbon = true
                let box = try await bed.outguide("container", "add", "--quiet").answer
                let refused = try await bed.outguide("label", "print", box, "--printer", "zebra")
                #expect(refused.status == 1)
                #expect(refused.errors.contains("--despite ribbon-empty"), "\(refused.errors)")
                let unknown = try await bed.outguide(
                    "label",
                    "print",
                    box,
                    "--printer",
                    "zebra",
                    "--despite",
                    "printer-stopped"
                )
                #expect(unknown.status != 0)
                #expect(unknown.errors.contains("cannot print despite printer-stopped"), "\(unknown.errors)")
                let printed = try await bed.outguide(
                    "label",
                    "print",
                    box,
                    "--printer",
                    "zebra",
                    "--despite",
                    "ribbon-empty"
                )
                #expect(printed.status == 0, "\(printed.errors)")
                #expect(try await bed.outguide("label", "batch", "show", "1").output.contains("ribbon-empty"))
                #expect(try await bed.outguide("history", box).output.contains("printed despite ribbon-empty"))
            }
        }
    }

    /// What it had nothing against is no override: nobody could say afterwards what was wrong.
    @Test func anOverrideOfWhatWasNotReportedIsNotKept() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let box = try await bed.outguide("container", "add", "--quiet").answer
                func print(_ words: [String]) async throws -> ChildRun {
                    try await ChildRun.of(
                        try BuiltProduct.path(of: "outguide"),
                        ["label", "print", box, "--printer", "zebra"] + words,
                        environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                    )
                }
                let kinds = ["--despite", "ribbon-empty", "--despite", "out-of-labels"]
                let well = try await print(kinds)
                #expect(well.status == 0, "\(well.errors)")
                #expect(!(try await bed.outguide("label", "batch", "show", "1").output.contains("ribbon-empty")))
                #expect(!(try await bed.outguide("history", box).output.contains("despite")))
                printer.condition.isWithoutRibbon = true
                let ill = try await print(["--reason", "torn"] + kinds)
                #expect(ill.status == 0, "\(ill.errors)")
                let shown = try await bed.outguide("label", "batch", "show", "2").output
                #expect(shown.contains("ribbon-empty") && !shown.contains("out-of-labels"), "\(shown)")
                let history = try await bed.outguide("history", box).output
                #expect(history.contains("printed despite ribbon-empty"), "\(history)")
                #expect(!history.contains("out-of-labels"), "\(history)")
            }
        }
    }

    /// Trouble that comes up while it prints is overridden too, and kept then.
    @Test func anOverrideIsKeptOnceThePrinterReportsIt() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                printer.condition.remaining = 1
                printer.condition.holdsLabel = true
                let request = LabelPrintRequest(
                    new: NewLabelsRequest(count: 1),
                    printer: "zebra",
                    until: "accepted",
                    despite: ["ribbon-empty"]
                )
                _ = try await client.ask(API.Labels.print, request)
                var batch = try await client.ask(API.LabelBatches.show, at: "1")
                while batch.waitingFor == nil { batch = try await client.printBatchChanged(1, printed: 0, seen: "") }
                #expect(batch.despite.isEmpty)
                printer.condition.isWithoutRibbon = true
                // Asked at least once more since.
                let questions = printer.questions
                while printer.questions < questions + 2 { await Task.yield() }
                printer.condition.holdsLabel = false
                printer.condition.remaining = 0
                while batch.state == "running" { batch = try await client.printBatchChanged(1, printed: 0) }
                #expect(batch.state == "done")
                #expect(batch.despite == ["ribbon-empty"])
                await client.close()
            }
        }
    }

    /// So do pages that are no labels of things, and the log keeps it.
    @Test func pagesAreTooPrintedDespiteThePrinter() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                printer.condition.isWithoutRibbon = true
                for command in [
                    ["printer", "test", "zebra"], ["log", "checkpoint", "--print", "--printer", "zebra"],
                    ["label", "controls", "--template", "box-100x50", "--printer", "zebra"],
                ] {
                    func run(_ more: [String]) async throws -> ChildRun {
                        try await ChildRun.of(
                            try BuiltProduct.path(of: "outguide"),
                            command + more,
                            environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                        )
                    }
                    let refused = try await run([])
                    #expect(refused.status == 1, "\(command)")
                    #expect(refused.errors.contains("--despite ribbon-empty"), "\(refused.errors)")
                    let printed = try await run(["--despite", "ribbon-empty"])
                    #expect(printed.status == 0, "\(printed.errors)")
                    #expect(printed.output.contains("not known what is loaded in zebra"), "\(printed.output)")
                }
                let script =
                    "import sqlite3, sys\nfor body, in sqlite3.connect(sys.argv[1]).execute('SELECT body FROM entry'): print(body.decode())"
                let log = try await ChildRun.of(
                    "/usr/bin/python3",
                    ["-c", script, bed.stateDirectory + "/transfer.log.sqlite"]
                )
                let entries = log.lines.filter { $0.contains(#""kind":"page-printed""#) }
                #expect(entries.count == 3, "\(log.errors)")
                #expect(entries.allSatisfy { $0.contains(#""despite":["ribbon-empty"]"#) }, "\(entries)")
                let doubt = #""mediaDoubt":"printer-cannot-be-asked:socket""#
                #expect(entries.allSatisfy { $0.contains(doubt) }, "\(entries)")
            }
        }
    }

    /// Afterwards the run, the history and the status say that nobody knew which roll was in.
    @Test func thatTheMediaWereNotKnownIsKept() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let words = "a printer at socket:// cannot be asked"
                let box = try await bed.outguide("container", "add", "--quiet").answer
                #expect(try await bed.outguide("label", "print", box, "--printer", "zebra").status == 0)
                let shown = try await bed.outguide("label", "batch", "show", "1").output
                #expect(shown.contains("was not known: \(words)"), "\(shown)")
                #expect(try await bed.outguide("history", box).output.contains("loaded media not known: \(words)"))
                printer.condition.comesOut = 0
                #expect(try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra").status == 1)
                let status = try await bed.outguide("status").output
                #expect(status.contains("loaded media not known (\(words))"), "\(status)")
                #expect(try await bed.outguide("doctor").output.contains("nor which media were loaded"))
            }
            let known = configuration(of: printer) + "\n    media: 100x50\n"
            printer.condition.comesOut = nil
            try await DaemonBed.with(configuration: known) { bed in
                let box = try await bed.outguide("container", "add", "--quiet").answer
                #expect(try await bed.outguide("label", "print", box, "--printer", "zebra").status == 0)
                #expect(!(try await bed.outguide("label", "batch", "show", "1").output.contains("was not known")))
                #expect(!(try await bed.outguide("history", box).output.contains("not known")))
            }
        }
    }

    /// What it took it may not have printed.
    @Test func aPrinterThatNeverAnswersLeavesLabelsInDoubt() async throws {
        try await SocketPrinter.with { printer in
            printer.condition.answers = false
            let silent = configuration(of: printer) + "\n    answers: false\n"
            try await DaemonBed.with(configuration: silent) { bed in
                let run = try await bed.outguide("label", "print", "--new", "12", "--printer", "zebra")
                #expect(run.status == 1)
                #expect(run.errors.contains("cannot say whether these labels came out"), "\(run.errors)")
                // All of them went out, and are looked at in one go.
                #expect(printer.formats.count == 12)
                let batch = try #require(try await bed.json("label", "batch", "show", "1") as? [String: Any])
                #expect(batch["doubtful"] as? Int == 12)
                let test = try await bed.outguide("printer", "test", "zebra")
                #expect(test.status == 0, "\(test.errors)")
                #expect(test.output.contains("doubtful"), "\(test.output)")
            }
        }
    }

    /// A preview for a printer is what it would get.
    @Test func aPreviewIsForItsPrinter() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let box = try await bed.outguide("container", "add", "--title", "Smith", "--quiet").answer
                func preview(_ more: String...) async throws -> Data {
                    let path = bed.scratch("label.png")
                    let command = ["label", "preview", box, "--output", path]
                    let run = try await ChildRun.of(
                        try BuiltProduct.path(of: "outguide"),
                        command + more,
                        environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                    )
                    #expect(run.status == 0, "\(run.errors)")
                    return try Data(contentsOf: URL(filePath: path))
                }
                let plain = try await preview("--printer", "zebra")
                #expect(try await preview("--dpi", "300") == plain)
                #expect(try await preview() != plain)
                let client = DaemonClient(socketPath: bed.socket)
                let scales = CalibrationRequest(
                    template: "ruler-100x50",
                    zeroX: 7,
                    zeroY: 5,
                    lengthX: 90,
                    lengthY: 40
                )
                _ = try await client.ask(API.Printers.calibrate, at: "zebra", scales)
                let moved = try await preview("--printer", "zebra")
                #expect(moved != plain)
                #expect(try await preview("--printer", "zebra", "--dpi", "203") != preview())
                #expect(try await preview("--dpi", "300") == plain)
                // And so it prints.
                let print = try await bed.outguide("label", "print", box, "--printer", "zebra", "--quiet")
                #expect(print.status == 0, "\(print.errors)")
                let file = bed.scratch("moved.png")
                let format = try #require(printer.formats.last)
                try Data(moved).write(to: URL(filePath: file))
                let picture = try await ChildRun.of(
                    "/bin/sh",
                    ["-c", "pngtopnm \(file) | pnmtoplainpnm | tail -n +3 | tr -d ' \\n'"]
                )
                let printed = try ZPLPicture(format)
                let stride = (printed.width + 7) / 8
                let dots = (0..<printed.height).map { y in
                    (0..<printed.width).map { x in
                        printed.rows[y * stride + x / 8] & 0x80 >> UInt8(x % 8) == 0 ? "0" : "1"
                    }.joined()
                }.joined()
                #expect(picture.output == dots)
                try await client.ask(API.Printers.forgetCalibration, at: "zebra")
                #expect(try await preview("--printer", "zebra") == plain)
                let unknown = try await bed.outguide(
                    "label",
                    "preview",
                    box,
                    "--printer",
                    "socket://x",
                    "--output",
                    file
                )
                #expect(unknown.status == 3)
                #expect(unknown.errors.contains("cannot find the printer socket://x"), "\(unknown.errors)")
                await client.close()
            }
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// The slip for the empty place of a thing: had at the desk, had again, and missed where it was not printed.
@Suite struct SlipTests {
    private static func configuration(port: UInt16, media: String) -> String {
        """
        timeZone: America/Denver
        outGuideSlip: out-guide-slip
        functionCodes:
          "*AGAIN*": reprint
        stations:
          - name: desk
            printer: zebra
        printers:
          - name: zebra
            address: socket://127.0.0.1:\(port)
            resolution: 203
            media: \(media)
        """
    }

    private struct Things {
        let ann: String
        let item: String

        init(_ bed: DaemonBed, title: String = "Smith") async throws {
            ann = try await bed.outguide("custodian", "add", "--name", "Ann", "--quiet").answer
            item = try await bed.outguide("item", "add", "--title", title, "--quiet").answer
        }
    }

    @Test func theDeskPrintsASlipAndPrintsItAgain() async throws {
        try await SocketPrinter.with { printer in
            let configuration = Self.configuration(port: printer.port, media: "101.6x152.4")
            try await DaemonBed.with(configuration: configuration) { bed in
                let things = try await Things(bed)
                let early = try await bed.outguide(
                    "label",
                    "print",
                    things.item,
                    "--template",
                    "out-guide-slip",
                    "--printer",
                    "zebra"
                )
                #expect(early.status == 1)
                #expect(early.errors.contains("it is not charged out"))
                let preview = bed.scratch("slip.pdf")
                let shown = try await bed.outguide(
                    "label",
                    "preview",
                    things.item,
                    "--template",
                    "out-guide-slip",
                    "--output",
                    preview
                )
                #expect(shown.status == 1)
                #expect(!FileManager.default.fileExists(atPath: preview))
                let out = try await bed.outguide(
                    "charge-out",
                    things.item,
                    "--to",
                    things.ann,
                    "--due",
                    "2099-12-24",
                    "--reason",
                    "to read",
                    "--slip",
                    "--printer",
                    "zebra"
                )
                #expect(out.status == 0, "\(out.errors)")
                #expect(printer.formats.count == 1)
                // It is no label of the thing: it can be had again without saying why.
                let again = try await bed.outguide(
                    "label",
                    "print",
                    things.item,
                    "--template",
                    "out-guide-slip",
                    "--printer",
                    "zebra"
                )
                #expect(again.status == 0, "\(again.errors)")
                #expect(printer.formats.count == 2)
                let drawn = try await bed.outguide(
                    "label",
                    "preview",
                    things.item,
                    "--template",
                    "out-guide-slip",
                    "--output",
                    preview
                )
                #expect(drawn.status == 0)
                // Letters are outlines there: what it says is read as a person reads it.
                let blank = try await bed.outguide(
                    "label",
                    "preview",
                    "--template",
                    "out-guide-slip",
                    "--field",
                    "custodian=-",
                    "--field",
                    "since=-",
                    "--field",
                    "due=",
                    "--field",
                    "reason=",
                    "--field",
                    "home=",
                    "--output",
                    bed.scratch("blank.pdf")
                )
                #expect(blank.status == 0)
                #expect(
                    try Data(contentsOf: URL(filePath: preview))
                        != Data(contentsOf: URL(filePath: bed.scratch("blank.pdf")))
                )
                #expect(try await bed.outguide("return", things.item, "--to", try await Self.shelf(bed)).status == 0)
                let late = try await bed.outguide(
                    "label",
                    "print",
                    things.item,
                    "--template",
                    "out-guide-slip",
                    "--printer",
                    "zebra"
                )
                #expect(late.status == 1)
            }
        }
    }

    /// What is charged out stays so when its slip cannot be printed, and the clerk learns both.
    @Test func aSlipThatTheDeskCannotPrintLeavesTheChargeOut() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: Self.configuration(port: printer.port, media: "100x50")) { bed in
                let things = try await Things(bed)
                let out = try await bed.outguide(
                    "charge-out",
                    things.item,
                    "--to",
                    things.ann,
                    "--slip",
                    "--printer",
                    "zebra"
                )
                #expect(out.status != 0)
                #expect(out.output.contains("charged-out"))
                #expect(out.errors.contains("--template out-guide-slip"))
                #expect(try await bed.outguide("where", things.item).output.contains("Ann"))
                #expect(printer.formats.isEmpty)
            }
        }
    }

    /// A slip that was not printed is told at the station, stays there until it is printed, and is printed by reprint.
    @Test func aStationSaysWhatWasNotPrintedUntilItIs() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: Self.configuration(port: printer.port, media: "100x50")) { bed in
                let things = try await Things(bed)
                let client = DaemonClient(socketPath: bed.socket)
                let told = try await client.withEvents(stations: ["desk"], names: [.outcome]) { events in
                    var events = events.makeAsyncIterator()
                    try #require(await events.next() == .opened)
                    let scan = try await bed.outguide(
                        "scan",
                        "--station",
                        "desk",
                        input: "\(things.ann)\n\(things.item)\n"
                    )
                    #expect(scan.status == 0)
                    var outcomes: [OutcomeResource] = []
                    while outcomes.last?.kind != "not-printed", case .outcome(let outcome)? = try await events.next() {
                        outcomes.append(outcome)
                    }
                    return outcomes
                }
                #expect(told.map(\.kind) == ["opened", "charged-out", "not-printed"])
                #expect(told.last?.verdict == "attention")
                #expect(
                    told.last?.message.contains("100 × 50") == true || told.last?.message.contains("100x50") == true
                )
                #expect(try await bed.outguide("where", things.item).output.contains("Ann"))

                // It is still said after a restart, and after ten other readings.
                try await bed.kill()
                try await bed.start()
                let others = String(repeating: "\(things.ann)\n", count: 12)
                _ = try await bed.outguide("scan", "--station", "desk", input: others)
                let shown = try await bed.outguide("station", "show", "desk")
                #expect(shown.output.contains("the slip for \(things.item) was not printed"))
                #expect(try await client.ask(API.Stations.show, at: "desk").unprinted.map(\.barcode) == [things.item])
                let screen = try await bed.outguide("station", "desk", "--once")
                #expect(screen.output.contains("not printed"))

                let right = Self.configuration(port: printer.port, media: "101.6x152.4")
                try await bed.reload(configuration: right)
                let again = try await bed.outguide("scan", "--station", "desk", input: "*AGAIN*\n\(things.item)\n")
                #expect(again.output.contains("the slip of"))
                while printer.formats.isEmpty { await Task.yield() }
                #expect(try await client.ask(API.Stations.show, at: "desk").unprinted.isEmpty)
                await client.close()
            }
        }
    }

    /// A station has no words for an override: it says how a clerk has the slip printed all the same, and forgets it then.
    @Test func aSlipIsPrintedDespiteThePrinterByAClerk() async throws {
        try await SocketPrinter.with { printer in
            let configuration = Self.configuration(port: printer.port, media: "101.6x152.4")
            try await DaemonBed.with(configuration: configuration) { bed in
                printer.condition.isWithoutRibbon = true
                let things = try await Things(bed)
                let client = DaemonClient(socketPath: bed.socket)
                _ = try await bed.outguide("scan", "--station", "desk", input: "\(things.ann)\n\(things.item)\n")
                while try await client.ask(API.Stations.show, at: "desk").unprinted.isEmpty {}
                let shown = try await bed.outguide("station", "show", "desk").output
                let command =
                    "label print \(things.item) --template out-guide-slip --station desk --despite ribbon-empty"
                #expect(shown.contains("outguide " + command), "\(shown)")
                let printed = try await ChildRun.of(
                    try BuiltProduct.path(of: "outguide"),
                    command.split(separator: " ").map(String.init),
                    environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                )
                #expect(printed.status == 0, "\(printed.errors)")
                #expect(printer.formats.count == 1)
                #expect(try await client.ask(API.Stations.show, at: "desk").unprinted.isEmpty)
                await client.close()
            }
        }
    }

    /// A title that no font can write is not printed as boxes: not on a label, a slip, a page or a preview.
    @Test(arguments: ["Smith \u{1E290}", "\u{11F04} v. Jones", "Smith \u{1E4D0} \u{1E4D1}"])
    func whatNoFontCanWriteIsNotPrinted(title: String) async throws {
        try await SocketPrinter.with { printer in
            let configuration = Self.configuration(port: printer.port, media: "100x50")
            try await DaemonBed.with(configuration: configuration) { bed in
                let things = try await Things(bed, title: title)
                let print = try await bed.outguide("label", "print", things.item, "--printer", "zebra")
                #expect(print.status == 1)
                #expect(print.errors.contains("U+"))
                #expect(print.errors.contains(things.item))
                #expect(printer.formats.isEmpty)
                // Nothing was begun either.
                #expect((try await bed.json("label", "batch", "list") as? [Any])?.isEmpty == true)
                for template in ["avery-l7160", "folder-end-tab"] {
                    let shown = try await bed.outguide(
                        "label",
                        "preview",
                        things.item,
                        "--template",
                        template,
                        "--output",
                        bed.scratch("x.png")
                    )
                    #expect(shown.status == 1, "\(template)")
                }
                let list = try await bed.outguide("pull-list", "new", things.item, "--quiet").answer
                let page = try await bed.outguide("pull-list", "print", list, "--to-file", bed.scratch("l.pdf"))
                #expect(page.status == 1)
                let new = try await bed.outguide("label", "print", "--new", "2", "--title", title, "--printer", "zebra")
                #expect(new.status == 1)
                #expect((try await bed.json("container", "list") as? [Any])?.isEmpty == true)
            }
        }
    }

    private static func shelf(_ bed: DaemonBed) async throws -> String {
        try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
    }
}

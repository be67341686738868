import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Sheets of labels through CUPS, read back from what arrived at the printer.
@Suite struct SheetPrintingTests {
    private static let template = "avery-l7163"
    /// Columns of the sheet, and in millimetres its first label, the way to the next, and the size of one.
    private static let (columns, left, top, across, down) = (2, 4.65, 15.15, 101.6, 38.1)
    private static let (width, height) = (99.1, 38.1)

    /// The codes in each cell of a page of the last document at a printer of 300 dpi, by the cell's number from 1 on.
    private func codes(page: Int, at printers: PrinterBed, in bed: DaemonBed) async throws -> [Int: String] {
        let document = try #require(try printers.documents(at: "box300").last)
        var codes: [Int: String] = [:]
        for cell in 1...14 {
            let (row, column) = (cell - 1).quotientAndRemainder(dividingBy: Self.columns)
            func dots(_ millimetres: Double) -> String { String(Int(millimetres * 300 / 25.4)) }
            let picture = bed.scratch("cell")
            let drawn = try await ChildRun.of(
                "/usr/bin/pdftoppm",
                [
                    "-r", "300", "-mono", "-singlefile", "-f", String(page), "-l", String(page),
                    "-x", dots(Self.left + Double(column) * Self.across),
                    "-y", dots(Self.top + Double(row) * Self.down),
                    "-W", dots(Self.width), "-H", dots(Self.height), document, picture,
                ]
            )
            #expect(drawn.status == 0, "\(drawn.errors)")
            let read = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", picture + ".pbm"])
            // Code 128 and QR say the same.
            let texts = Set(read.lines)
            #expect(texts.count <= 1)
            codes[cell] = texts.first
        }
        return codes
    }

    private func pages(of document: String) async throws -> (count: String?, size: String?) {
        let lines = try await ChildRun.of("/usr/bin/pdfinfo", [document]).lines
        func value(_ name: String) -> String? {
            lines.first { $0.hasPrefix(name + ":") }?.split(separator: ":").last
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return (value("Pages"), value("Page size"))
    }

    @Test func cellsOfASheetAreUsedOneAfterTheOther() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                func print(_ count: Int, _ more: String...) async throws -> [String] {
                    let command = [
                        "label", "print", "--new", String(count), "--template", Self.template, "--printer", "box300",
                        "--quiet",
                    ]
                    let path = try BuiltProduct.path(of: "outguide")
                    let environment = ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                    let run = try await ChildRun.of(path, command + more, environment: environment)
                    #expect(run.status == 0, "\(run.errors)")
                    return run.lines
                }
                func used() async throws -> [Int]? {
                    let sheets = try #require(try await bed.json("label", "sheet", "list") as? [[String: Any]])
                    return sheets.first?["used"] as? [Int]
                }
                let three = try await print(3, "--start-cell", "5")
                #expect(try await codes(page: 1, at: printers, in: bed) == [5: three[0], 6: three[1], 7: three[2]])
                let first = try #require(try printers.documents(at: "box300").last)
                let shape = try await pages(of: first)
                #expect(shape.count == "1")
                // 210 × 297 mm, to the third of a point.
                #expect(shape.size?.hasPrefix("595.276 x 841.89 pts") == true, "\(shape)")
                #expect(try await used() == Array(1...7))

                // The daemon forgets nothing of it, and the next ones go on there, on this sheet and on another.
                try await bed.stop()
                try await bed.start()
                let nine = try await print(9)
                let seven = Dictionary(uniqueKeysWithValues: zip(8...14, nine))
                #expect(try await codes(page: 1, at: printers, in: bed) == seven)
                #expect(try await codes(page: 2, at: printers, in: bed) == [1: nine[7], 2: nine[8]])
                #expect(try await used() == [1, 2])

                let fresh = try await print(1, "--new-sheet")
                #expect(try await codes(page: 1, at: printers, in: bed) == [1: fresh[0]])
                #expect(try await used() == [1])
                // A test is on the sheet that is begun, and uses a cell as well.
                let test = try await bed.outguide("printer", "test", "box300", "--template", Self.template)
                #expect(test.status == 0, "\(test.errors)")
                #expect(try await codes(page: 1, at: printers, in: bed).keys.sorted() == [2])
                #expect(try await used() == [1, 2])
                #expect(try await bed.outguide("label", "sheet", "reset", Self.template).status == 0)
                #expect(try await used() == nil)
            }
        }
    }

    /// Where the daemon died nobody knows which cells have a label: they are not printed on again.
    @Test func cellsOfAJobThatBreaksOffAreUsed() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                try printers.hold(true, at: "box300")
                let client = DaemonClient(socketPath: bed.socket)
                let request = LabelPrintRequest(
                    new: NewLabelsRequest(count: 3),
                    printer: "box300",
                    template: Self.template,
                    until: "accepted"
                )
                _ = try await client.ask(API.Labels.print, request)
                try await bed.kill()
                await client.close()
                try await bed.start()
                let again = DaemonClient(socketPath: bed.socket)
                #expect(try await again.ask(API.LabelSheets.list).items.map(\.used) == [[1, 2, 3]])
                try printers.hold(false, at: "box300")
                var batch = try await again.ask(API.LabelBatches.show, at: "1")
                while batch.state == "running" { batch = try await again.printBatchChanged(1, printed: batch.printed) }
                #expect(batch.state == "done")
                #expect(try await again.ask(API.LabelSheets.list).items.map(\.used) == [[1, 2, 3]])
                await again.close()
            }
        }
    }

    /// Two runs at once on one sheet: no cell is printed on twice.
    @Test func runsAtOnceShareASheet() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                let request = LabelPrintRequest(
                    new: NewLabelsRequest(count: 3),
                    printer: "box300",
                    template: Self.template
                )
                let answers = try await withThrowingTaskGroup(of: LabelPrintResponse.self) { group in
                    for _ in 1...3 { group.addTask { try await client.ask(API.Labels.print, request) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.allSatisfy { $0.state == "completed" })
                let sheets = try await client.ask(API.LabelSheets.list).items
                #expect(sheets.map(\.used) == [Array(1...9)])
                await client.close()
                #expect(try printers.documents(at: "box300").count == 3)
                let last = try await codes(page: 1, at: printers, in: bed)
                #expect(last.keys.sorted() == [7, 8, 9])
            }
        }
    }

    /// What is printed beside labels of things uses up media as they do.
    @Test func everyPageCountsDownSupplies() async throws {
        try await PrinterBed.with { printers in
            let configuration = """
                supplies:
                  - name: roll
                    unit: labels
                    templates: [box-100x50, ruler-100x50, checkpoint-100x50]
                  - name: paper
                    unit: sheets
                    uses: 12
                    templates: [controls]
                  - name: ribbon
                    unit: labels
                    printers: [box203]
                """
            try await DaemonBed.with(configuration: configuration, environment: printers.environment) { bed in
                let client = DaemonClient(socketPath: bed.socket)
                for name in ["roll", "paper", "ribbon"] {
                    #expect(try await bed.outguide("supplies", "count", name, "20").status == 0)
                }
                func left() async throws -> [Int?] { try await client.ask(API.Supplies.list).items.map(\.left) }
                _ = try await client.ask(API.Printers.test, at: "box203", PrinterTestRequest())
                #expect(try await left() == [20, 19, 19])
                _ = try await client.ask(
                    API.Printers.printRuler,
                    at: "box203",
                    PrinterTestRequest(template: "ruler-100x50")
                )
                #expect(try await left() == [20, 18, 18])
                _ = try await client.ask(API.Log.printCheckpoint, CheckpointPrintRequest(printer: "box203"))
                #expect(try await left() == [20, 17, 17])
                // Seventeen controls on sheets of twelve, twice: three sheets, the last one not full.
                _ = try await client.ask(API.Labels.printControls, ControlPrintRequest(printer: "box300", copies: 2))
                #expect(try await left() == [17, 17, 17])
                // What did not come out counts nothing.
                await #expect(throws: DaemonClientError.self) {
                    try await client.ask(API.Printers.test, at: "halted", PrinterTestRequest())
                }
                #expect(try await left() == [17, 17, 17])
                #expect(try await client.ask(API.Log.verify).problems == [])
                await client.close()
            }
        }
    }
}

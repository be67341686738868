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
        while try await client.printBatches(onlyOpen: true).items.count(where: { $0.state == "running" }) != count {}
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
                let first = try await client.printLabels(request(12))
                let second = Task {
                    let client = DaemonClient(socketPath: bed.socket)
                    let answer = try await client.printLabels(request(2))
                    await client.close()
                    return answer
                }
                try await wait(for: 2, client)
                let third = Task { try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra") }
                try await wait(for: 3, client)
                // It is not asked by others meanwhile: many printers take one connection.
                let shown = try await client.printer("zebra")
                #expect(shown.trouble == nil)
                // One that waits can be taken back.
                #expect(try await bed.outguide("label", "batch", "cancel", "3").status == 0)
                #expect(try await third.value.status != 0)
                #expect(try await client.printBatch(3).state == "cancelled")
                printer.condition.remaining = 0
                let other = try await second.value
                for number: Int64 in [1, 2] {
                    var batch = try await client.printBatch(number)
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
                _ = try await client.printLabels(request)
                printer.condition.isOutOfLabels = true
                var batch = try await client.printBatch(1)
                while batch.trouble == nil { batch = try await client.printBatchChanged(1, printed: 0) }
                let later = try await bed.outguide("label", "print", "--new", "1", "--printer", "zebra")
                #expect(later.status == 1)
                #expect(later.errors.contains("it is out of labels"), "\(later.errors)")
                // Nothing was minted for it.
                #expect(try await client.printBatches(onlyOpen: false).items.count == 1)
                printer.condition.isOutOfLabels = false
                printer.condition.remaining = 0
                while batch.state == "running" { batch = try await client.printBatchChanged(1, printed: 0) }
                #expect(batch.state == "done")
                await client.close()
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
                _ = try await client.calibratePrinter("zebra", scales)
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
                try await client.forgetCalibration(of: "zebra")
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

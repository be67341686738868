import Foundation
import TestSupport
import Testing

/// From the command line through the daemon and real CUPS to a printer, and back by a decoder.
@Suite struct LabelTests {
    @Test(arguments: [("box203", "203"), ("box300", "300")])
    func thePrintedLabelReadsAsTheBox(printer: String, resolution: String) async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let box = try await bed.outguide("container", "add", "--title", "Müller ./. Žižek 北京", "--quiet").answer
                let run = try await bed.outguide("label", "print", box, "--printer", printer)
                #expect(run.status == 0, "\(run.errors)")
                let document = try #require(try printers.documents(at: printer).last)
                let page = bed.scratch("page")
                let drawn = try await ChildRun.of(
                    "/usr/bin/pdftoppm",
                    ["-r", resolution, "-mono", "-singlefile", document, page]
                )
                #expect(drawn.status == 0)
                let read = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", page + ".pbm"])
                #expect(read.answer == box)
                let history = try #require(try await bed.json("history", box) as? [[String: Any]])
                #expect(history.map { $0["kind"] as? String } == ["label-printed", "registered"])
            }
        }
    }

    /// A checkpoint on paper is read back by any decoder, and is the one that the daemon signed.
    @Test(arguments: [("box203", "203"), ("box300", "300")])
    func thePaperWitnessReadsAsTheCheckpoint(printer: String, resolution: String) async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                #expect(try await bed.outguide("container", "add").status == 0)
                // A change of keys puts two signatures under it, the most that it ever has.
                #expect(try await bed.outguide("log", "key", "change", "--reason", "test").status == 0)
                // That it was printed is an entry of its own.
                let signed = try await bed.outguide("log", "checkpoint")
                let run = try await bed.outguide("log", "checkpoint", "--print", "--printer", printer)
                #expect(run.status == 0, "\(run.errors)")
                let document = try #require(try printers.documents(at: printer).last)
                let page = bed.scratch("page")
                let drawn = try await ChildRun.of(
                    "/usr/bin/pdftoppm",
                    ["-r", resolution, "-mono", "-singlefile", document, page]
                )
                #expect(drawn.status == 0)
                let read = try await ChildRun.of(
                    "/usr/bin/zbarimg",
                    ["-q", "--nodbus", "--raw", "-Sbinary", page + ".pbm"]
                )
                #expect(read.output == signed.output)
                #expect(signed.output.split(separator: "\n").count == 5)
            }
        }
    }

    @Test func printersThatCannotPrintSayWhy() async throws {
        try await PrinterBed.with { printers in
            try await DaemonBed.with(environment: printers.environment) { bed in
                let box = try await bed.outguide("container", "add", "--quiet").answer
                let unknown = try await bed.outguide("label", "print", box, "--printer", "nowhere")
                #expect(unknown.status == 3)
                #expect(unknown.errors.contains("cannot find the printer nowhere"))
                let stopped = try await bed.outguide("label", "print", box, "--printer", "halted")
                #expect(stopped.status == 1)
                #expect(stopped.errors.contains("it is stopped"))
                let none = try await bed.outguide("label", "print", box)
                #expect(none.status == 1)
                #expect(none.errors.contains("name one or set a default"))
                let template = try await bed.outguide("label", "print", box, "--printer", "box203", "--template", "x")
                #expect(template.status == 1)
                #expect(template.errors.contains("cannot find the label template x"))
                // Nothing was printed, so nothing is in the history.
                let history = try #require(try await bed.json("history", box) as? [[String: Any]])
                #expect(history.count == 1)
            }
        }
    }

    @Test func aPreviewReadsAsTheBoxToo() async throws {
        try await DaemonBed.with { bed in
            let box = try await bed.outguide("container", "add", "--title", "Smith", "--quiet").answer
            let path = bed.scratch("label.png")
            #expect(try await bed.outguide("label", "preview", box, "--output", path).status == 0)
            let decoded = try await bed.outguide("decode", path, "--json")
            let line = try JSONSerialization.jsonObject(with: Data(decoded.output.utf8)) as? [String: Any]
            let codes = try #require(line?["codes"] as? [[String: Any]])
            #expect(codes.map { $0["text"] as? String } == [box])
            #expect(codes.first?["symbology"] as? String == "code128")
            #expect((codes.first?["aim"] as? String)?.hasPrefix("]C") == true)
        }
    }

    @Test func onlyTheSymbologiesThatAreAskedForAreRead() async throws {
        try await DaemonBed.with { bed in
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let path = bed.scratch("label.png")
            #expect(try await bed.outguide("label", "preview", box, "--output", path).status == 0)
            let thorough = try await bed.outguide("decode", path, "--quiet", "--thorough", "--symbology", "code128")
            #expect(thorough.answer == box)
            let other = try await bed.outguide("decode", path, "--quiet", "--symbology", "qr")
            #expect(other.status == 0)
            #expect(other.output.isEmpty)
            let unknown = try await bed.outguide("decode", path, "--symbology", "morse")
            #expect(unknown.status == 64)
            #expect(unknown.errors.contains("cannot look for the symbology morse: known are codabar, code128, "))
        }
    }

    @Test func aHostileImageCostsAnErrorOnly() async throws {
        try await DaemonBed.with { bed in
            let path = bed.scratch("not-an-image.png")
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).write(to: URL(filePath: path))
            let run = try await bed.outguide("decode", path)
            #expect(run.status == 1)
            #expect(run.errors.contains("cannot "))
            #expect(try await bed.outguide("status").status == 0)
        }
    }
}

import Glibc
import StubDaemon
import Testing

@Suite struct FileCommandTests {
    private static let decoded = """
        {"codes":[{"aim":"]C0","bytes":"QQ==","engine":"libzbar","page":1,"polygon":[{"x":1,"y":2}],"quality":9,\
        "rendering":"original","symbology":"code128","text":"A"}],"height":20,"isComplete":true,\
        "loadingMilliseconds":1.5,"milliseconds":2.5,\
        "pages":[{"height":20,"number":1,"problem":null,"width":10}],"width":10}
        """

    private static let empty = """
        {"codes":[],"height":1,"isComplete":true,"loadingMilliseconds":0,"milliseconds":0,\
        "pages":[{"height":1,"number":1,"problem":null,"width":1}],"width":1}
        """

    private static let part = """
        {"codes":[{"aim":null,"bytes":"QQ==","engine":"zxing","page":2,"polygon":[],"quality":1,"rendering":"small",\
        "symbology":"qr","text":"A"}],"height":1,"isComplete":false,"loadingMilliseconds":0,"milliseconds":0,\
        "pages":[{"height":0,"number":1,"problem":"it is torn","width":0},\
        {"height":1,"number":2,"problem":null,"width":1}],"width":1}
        """

    /// Decodes what is not `bad`.
    private static let decoder: @Sendable (StubRequest) -> StubReply = { request in
        switch request.text {
        case "bad": .problem("undecodable-image", status: 422, detail: "cannot decode the image")
        case "none": .json(empty)
        case "part": .json(part)
        default: .json(decoded)
        }
    }

    /// Runs `body` in a directory with the files `good`, `bad`, `none` and `part`.
    private func withFiles(_ body: (_ directory: String) async throws -> Void) async throws {
        var template = Array("/tmp/outguide-files-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let names = ["good", "bad", "none", "part"]
        for name in names {
            let file = try #require(fopen("\(directory)/\(name)", "w"))
            fputs(name, file)
            fclose(file)
        }
        defer {
            for name in names + ["label.pdf"] { unlink("\(directory)/\(name)") }
            rmdir(directory)
        }
        try await body(directory)
    }

    @Test func decodePrintsALineForEachCode() async throws {
        try await StubDaemon(reply: Self.decoder).serve { stub in
            try await withFiles { directory in
                let files = ["good", "none"].map { "\(directory)/\($0)" }
                let result = try await Program.run(["decode"] + files + ["--socket", stub.path])
                #expect(result.status == 0)
                #expect(result.output == "\(directory)/good  code128  A\n")
                #expect(result.errors == "\(directory)/none: no code found\n")
                let input = try await Program.run(["decode", "-", "-q", "--socket", stub.path], input: Array("x".utf8))
                #expect(input.output == "A\n")
            }
        }
    }

    @Test func decodeGoesOnAfterABadFile() async throws {
        try await StubDaemon(reply: Self.decoder).serve { stub in
            try await withFiles { directory in
                let files = ["bad", "good"].map { "\(directory)/\($0)" }
                let result = try await Program.run(["decode", "--json"] + files + ["--socket", stub.path])
                #expect(result.status == 1)
                let warning = #"{"detail":"\#(directory)/bad: cannot decode the image","kind":"warning"}"#
                #expect(result.errors == warning + "\n")
                let lines = result.output.split(separator: "\n")
                #expect(lines.count == 2)
                #expect(
                    lines[0] == """
                        {"codes":[],"complete":false,"error":"cannot decode the image","height":null,"load_ms":null,\
                        "ms":null,"pages":[],"path":"\(directory)/bad","width":null}
                        """
                )
                #expect(
                    lines[1] == """
                        {"codes":[{"aim":"]C0","bytes":"QQ==","data":"A","engine":"libzbar","page":1,\
                        "polygon":[{"x":1,"y":2}],"quality":9,"rendering":"original","symbology":"code128","text":"A",\
                        "type":"code128"}],"complete":true,"error":null,"height":20,"load_ms":1.5,"ms":2.5,\
                        "pages":[{"height":20,"number":1,"problem":null,"width":10}],"path":"\(directory)/good",\
                        "width":10}
                        """
                )
            }
        }
    }

    @Test func decodeTellsPagesApartAndSaysWhatIsMissing() async throws {
        try await StubDaemon(reply: Self.decoder).serve { stub in
            try await withFiles { directory in
                let words = ["decode", "\(directory)/part", "--thorough", "--symbology", "qr", "--symbology", "itf"]
                let result = try await Program.run(words + ["--socket", stub.path])
                #expect(result.status == 0)
                #expect(result.output == "\(directory)/part page 2  qr  A\n")
                #expect(result.errors == "outguide: \(directory)/part page 1: it is torn\n")
                #expect(stub.requests.map(\.target) == ["/v1/decode?mode=thorough&symbologies=qr%2Citf"])
            }
        }
    }

    @Test func decodeSaysWhichFileIsMissing() async throws {
        try await StubDaemon(reply: Self.decoder).serve { stub in
            let result = try await Program.run(["decode", "/no/such/file", "--socket", stub.path])
            #expect(result.status == 74)
            #expect(result.errors == "outguide: /no/such/file: cannot read /no/such/file: No such file or directory\n")
        }
    }

    @Test func previewWritesTheBytesOfTheLabel() async throws {
        let bytes: [UInt8] = [0x25, 0x50, 0x44, 0x46, 0, 255, 10]
        try await StubDaemon { _ in .answer(status: 200, type: "application/pdf", body: bytes) }.serve { stub in
            try await withFiles { directory in
                let path = "\(directory)/label.pdf"
                let words = ["label", "preview", "B", "--dpi", "300", "--socket", stub.path, "--output"]
                let result = try await Program.run(words + [path])
                #expect(result.output == "wrote \(path) (pdf, 7 bytes)\n")
                let run = try await Program.run(words + ["-"])
                #expect(run.outputBytes == bytes)
                #expect(stub.requests.first?.text == #"{"barcodes":["B"],"format":"pdf","resolution":"300"}"#)
                let failure = try await Program.run(words + ["/no/such/label.pdf"])
                #expect(failure.status == 74)
            }
        }
    }

    @Test func printSaysWhatWasPrinted() async throws {
        let answer = #"{"barcodes":[],"batch":null,"job":7,"labels":4,"printer":"zebra","state":"completed"}"#
        try await StubDaemon { _ in .json(answer) }.serve { stub in
            let words = ["label", "print", "A", "B", "--copies", "2", "--socket", stub.path]
            let run = try await Program.run(words)
            #expect(run.output == "completed  4 labels on zebra (job 7)\n")
            #expect(stub.requests.first?.text == #"{"barcodes":["A","B"],"copies":2,"until":"begun"}"#)
            let rerun = try await Program.run(["label", "print", "A", "--copies", "0"])
            #expect(rerun.status == 64)
        }
    }

    @Test func listsPrintersAndTemplates() async throws {
        let printer = """
            {"address":"zebra","calibration":null,"form":null,"isAcceptingJobs":true,"media":[],"mediaDoubt":null,"mediaReady":[],\
            "message":null,"name":"zebra","reasons":[],"resolutions":[],"state":"idle","stations":[],"templates":[],\
            "trouble":null}
            """
        let template = """
            {"height":50.8,"labelsPerPage":1,"name":"box","pageHeight":50.8,"pageWidth":101.6,"problem":null,"width":101.6},\
            {"height":null,"labelsPerPage":null,"name":"old","pageHeight":null,"pageWidth":null,"problem":"line 3: bad",\
            "width":null}
            """
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            request.target.hasPrefix("/v1/printers")
                ? .json(#"{"items":[\#(printer)],"total":1,"complete":true,"next":null}"#)
                : .json(#"{"items":[\#(template)],"total":2,"complete":true,"next":null}"#)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let printers = try await Program.run(["printer", "list", "--socket", stub.path])
            #expect(printers.output == "NAME   STATE  JOBS      ADDRESS\nzebra  idle   accepted\n")
            let templates = try await Program.run(["label", "template", "list", "--socket", stub.path])
            let lines = templates.output.split(separator: "\n")
            #expect(lines.first == "NAME  LABEL            ON A PAGE  PAGE")
            #expect(lines.dropFirst().first == "box   101.6 × 50.8 mm  1          101.6 × 50.8 mm")
            #expect(lines.last?.hasPrefix("old ") == true)
            #expect(lines.last?.hasSuffix("line 3: bad") == true)
        }
    }
}

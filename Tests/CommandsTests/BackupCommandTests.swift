import Crypto
import Glibc
import StubDaemon
import Testing

@Suite struct BackupCommandTests {
    private static let bytes = Array("a copy of the log".utf8)
    private static let sha256 = hash(of: bytes)

    private static func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func theFileIsThereOnceItIsWhole() async throws {
        try await Self.daemon(sha256: Self.sha256).serve { stub in
            let scratch = try ScratchFiles()
            let result = try await Program.run(["backup", "\(scratch.path)/log.backup", "--socket", stub.path])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains("3 entries, 17 bytes"))
            #expect(try scratch.read("log.backup") == Self.bytes)
            let asked = stub.requests.map { "\($0.method) \($0.target)" }
            #expect(asked == ["POST /v1/log/backups", "GET /v1/log/backups/n", "DELETE /v1/log/backups/n"])
            #expect(stub.requests[1].headers["range"] == "bytes=0-16")
        }
    }

    @Test func aFileThatChangedOnItsWayIsNotKept() async throws {
        try await Self.daemon(sha256: String(repeating: "0", count: 64)).serve { stub in
            let scratch = try ScratchFiles()
            let result = try await Program.run(["backup", "\(scratch.path)/log.backup", "--socket", stub.path])
            #expect(result.status == 74)
            #expect(result.errors.contains("it changed on its way"))
            for name in ["log.backup", "log.backup.partial"] {
                #expect(access("\(scratch.path)/\(name)", F_OK) != 0)
            }
        }
    }

    /// The daemon is not put to work for a file that nobody can write.
    @Test func aFileThatCannotBeWrittenIsToldFirst() async throws {
        try await Self.daemon(sha256: Self.sha256).serve { stub in
            let result = try await Program.run(["backup", "/nonexistent/log.backup", "--socket", stub.path])
            #expect(result.status == 74)
            #expect(stub.requests.isEmpty)
        }
    }

    /// Old backups go by their count and their age, documents are copied once, and those that the log forgot go too.
    @Test func aDirectoryHoldsBackupsAndTheFilesOfDocuments() async throws {
        let name = "outguide-20260131T093000Z.backup"
        let document = Array("a page".utf8)
        let sha256 = Self.hash(of: document)
        let backup = #"{"bytes":17,"checkpoint":"c","entries":3,"name":"\#(name)","sha256":"\#(Self.sha256)"}"#
        let files = StubReply.page(#"{"bytes":6,"sha256":"\#(sha256)"}"#)
        let stub = try StubDaemon { request in
            switch (request.method, request.target) {
            case ("POST", _): .json(backup, status: 201)
            case ("GET", "/v1/document-files?limit=1000"): files
            case ("GET", "/v1/document-files/\(sha256)"):
                .answer(status: 206, type: "application/octet-stream", body: document)
            case ("GET", _): .answer(status: 206, type: "application/vnd.sqlite3", body: Self.bytes)
            default: .answer(status: 204, type: "application/json", body: [])
            }
        }
        try await stub.serve { stub in
            let scratch = try ScratchFiles()
            let older = (1...4).map { "outguide-20200\($0)01T000000Z.backup" }
            for old in older + ["notes.backup"] { _ = try scratch.write([1], to: old) }
            let words = ["backup", "--rotate", "--keep", "3", "--days", "30", scratch.path, "--socket", stub.path]
            let first = try await Program.run(words)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.contains("documents: 1 file, 1 new, 0 removed"), "\(first.output)")
            #expect(first.output.contains("old backups removed: 2"), "\(first.output)")
            #expect(try scratch.read(name) == Self.bytes)
            let place = "documents/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))"
            #expect(try scratch.read("\(place)/\(sha256)") == document)
            for gone in older.prefix(2) { #expect(access("\(scratch.path)/\(gone)", F_OK) != 0) }
            for kept in older.suffix(2) + ["notes.backup"] { #expect(access("\(scratch.path)/\(kept)", F_OK) == 0) }

            _ = try scratch.write([2], to: "\(place)/\(String(repeating: "0", count: 64))")
            let second = try await Program.run(words)
            #expect(second.output.contains("documents: 1 file, 0 new, 1 removed"), "\(second.output)")
        }
    }

    @Test func aDocumentThatIsNowhereIsTold() async throws {
        let name = "outguide-20260131T093000Z.backup"
        let backup = #"{"bytes":17,"checkpoint":"c","entries":3,"name":"\#(name)","sha256":"\#(Self.sha256)"}"#
        let files = StubReply.page(#"{"bytes":null,"sha256":"\#(Self.sha256)"}"#)
        let stub = try StubDaemon { request in
            switch (request.method, request.target.hasPrefix("/v1/document-files")) {
            case ("POST", _): .json(backup, status: 201)
            case ("GET", true): files
            case ("GET", false): .answer(status: 206, type: "application/vnd.sqlite3", body: Self.bytes)
            default: .answer(status: 204, type: "application/json", body: [])
            }
        }
        try await stub.serve { stub in
            let scratch = try ScratchFiles()
            let result = try await Program.run(["backup", "--rotate", scratch.path, "--socket", stub.path])
            #expect(result.status == 1)
            #expect(result.errors.contains("1 file of documents is neither in the store nor in"), "\(result.errors)")
            #expect(try scratch.read(name) == Self.bytes, "the log is safe all the same")
        }
    }

    /// What the store lacks comes back from beside the backup.
    @Test func restoreBringsDocumentsBack() async throws {
        let answer = #"{"abandoned":0,"entries":3,"entry":4,"expunged":0,"keptIn":"/state/replaced"}"#
        let document = Array("a page".utf8)
        let sha256 = Self.hash(of: document)
        let files = StubReply.page(#"{"bytes":null,"sha256":"\#(sha256)"},{"bytes":1,"sha256":"f"}"#)
        let stub = try StubDaemon { request in
            switch request.method {
            case "POST": .json(answer)
            case "GET": files
            default: .answer(status: 204, type: "application/json", body: [])
            }
        }
        try await stub.serve { stub in
            let scratch = try ScratchFiles()
            let file = try scratch.write(Self.bytes, to: "log.backup")
            var place = scratch.path
            for part in ["documents", String(sha256.prefix(2)), String(sha256.dropFirst(2).prefix(2))] {
                place += "/\(part)"
                mkdir(place, 0o700)
            }
            _ = try scratch.write(document, to: place.dropFirst(scratch.path.count + 1) + "/" + sha256)
            let result = try await Program.run(["restore", file, "--reason", "disk", "--socket", stub.path])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.errors.contains("documents: 1 file brought back"), "\(result.errors)")
            let put = try #require(stub.requests.last)
            #expect("\(put.method) \(put.target)" == "PUT /v1/document-files/\(sha256)")
            #expect(put.body == document)
        }
    }

    @Test func restoreSendsTheWholeFileAndSaysWhatBecameOfIt() async throws {
        let answer = #"{"abandoned":2,"entries":3,"entry":4,"expunged":null,"keptIn":"/state/replaced"}"#
        try await StubDaemon { _ in .json(answer) }.serve { stub in
            let scratch = try ScratchFiles()
            let file = try scratch.write(Self.bytes, to: "log.backup")
            let words = ["restore", file, "--reason", "disk failed", "--abandon", "--socket", stub.path]
            let result = try await Program.run(words)
            #expect(result.status == 0, "\(result.errors)")
            #expect(stub.requests.first?.target == "/v1/log/restoration?reason=disk%20failed&abandon=true")
            #expect(stub.requests.first?.body == Self.bytes)
            #expect(result.output.contains("restored 3 entries\n"))
            #expect(result.output.contains("gave up 2 entries that checkpoints witness"))
            #expect(result.output.contains("expunge again by hand"))
            #expect(result.output.contains("/state/replaced"))
        }
    }

    @Test(arguments: [("conflict", 409, Int32(4)), ("unsound-backup", 422, 1), ("not-permitted", 403, 5)])
    func restoreTellsWhyNot(kind: String, status: Int, code: Int32) async throws {
        try await StubDaemon { _ in .problem(kind, status: status, detail: "cannot restore it") }.serve { stub in
            let scratch = try ScratchFiles()
            let file = try scratch.write(Self.bytes, to: "log.backup")
            let result = try await Program.run(["restore", file, "--reason", "r", "--socket", stub.path])
            #expect(result.status == code)
            #expect(result.errors == "outguide: cannot restore it\n")
        }
    }

    @Test func theKeyIsShownAsVerifiersWantIt() async throws {
        let answer = #"{"changes":[],"formerKeys":["old+1+B"],"key":"new+2+A"}"#
        try await StubDaemon { _ in .json(answer) }.serve { stub in
            let shown = try await Program.run(["log", "key", "--socket", stub.path])
            #expect(shown.output == "new+2+A\nbefore: old+1+B\n")
            #expect(try await Program.run(["log", "key", "--quiet", "--socket", stub.path]).output == "new+2+A\n")
            let changed = try await Program.run(["log", "key", "change", "--reason", "lost", "--socket", stub.path])
            #expect(changed.status == 0)
            #expect(stub.requests.last?.target == "/v1/log/key/changes")
            #expect(stub.requests.last?.text == #"{"reason":"lost"}"#)
        }
    }

    private static func daemon(sha256: String) throws -> StubDaemon {
        let backup = #"{"bytes":17,"checkpoint":"c","entries":3,"name":"n","sha256":"\#(sha256)"}"#
        return try StubDaemon { request in
            switch request.method {
            case "POST": .json(backup, status: 201)
            case "GET": .answer(status: 206, type: "application/vnd.sqlite3", body: bytes)
            default: .answer(status: 204, type: "application/json", body: [])
            }
        }
    }
}

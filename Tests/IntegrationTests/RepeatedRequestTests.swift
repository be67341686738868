import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// A request whose response is lost is sent again under the same key, and is carried out once.
@Suite(.timeLimit(.minutes(3))) struct RepeatedRequestTests {
    private static let test = "/v1/printers/zebra/test"

    private func configuration(of printer: SocketPrinter) -> String {
        """
        printers:
          - name: zebra
            address: socket://127.0.0.1:\(printer.port)
            resolution: 300
        """
    }

    private static func post(_ path: String, key: String, _ body: String = #"{"template":"box-100x50"}"#) -> [UInt8] {
        let head = """
            POST \(path) HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            Idempotency-Key: \(key)\r
            Connection: close\r
            \r

            """
        return Array((head + body).utf8)
    }

    /// The status and the body of the response to these bytes.
    private static func answer(to request: [UInt8], of bed: DaemonBed) async throws -> (status: Int, body: String) {
        let socket = bed.socket
        let text = await withCheckedContinuation { (continuation: CheckedContinuation<String, Never>) in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                if let client = RawClient(path: socket, patience: 60) {
                    client.send(request)
                    while true {
                        let more = client.receive()
                        if more.isEmpty { break }
                        bytes += more
                    }
                }
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
        let parts = text.components(separatedBy: "\r\n\r\n")
        let status = try #require(parts.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }, "\(text)")
        return (status, parts.dropFirst().joined(separator: "\r\n\r\n"))
    }

    /// Sends a request for a test label, and leaves once the printer has it.
    private static func sendAndLeave(_ request: [UInt8], _ printer: SocketPrinter, _ bed: DaemonBed) async throws {
        printer.condition.remaining = 1
        let client = try #require(RawClient(path: bed.socket))
        client.send(request)
        while printer.formats.isEmpty { await Task.yield() }
    }

    @Test func aLostResponsePrintsOnce() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let request = Self.post(Self.test, key: "k1")
                try await Self.sendAndLeave(request, printer, bed)
                // The printer is still at work, and the repetition waits with it.
                async let second = Self.answer(to: request, of: bed)
                let other = try await Self.answer(
                    to: Self.post(Self.test, key: "k1", #"{"template":"box-4x6in"}"#),
                    of: bed
                )
                #expect(other.status == 409 && other.body.contains("key-reused"), "\(other)")
                printer.condition.remaining = 0
                let answered = try await second
                #expect(answered.status == 200, "\(answered)")
                let third = try await Self.answer(to: request, of: bed)
                #expect(third == answered)
                _ = try await bed.stop()
                try await bed.start()
                let late = try await Self.answer(to: request, of: bed)
                #expect(late == answered)
                #expect(printer.formats.count == 1)
                // A new key is a new label.
                #expect(try await Self.answer(to: Self.post(Self.test, key: "k2"), of: bed).status == 200)
                #expect(printer.formats.count == 2)
            }
        }
    }

    @Test func afterACrashInTheMiddleTheOutcomeIsUnknown() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                let request = Self.post(Self.test, key: "k1")
                try await Self.sendAndLeave(request, printer, bed)
                try await bed.kill()
                printer.condition.remaining = 0
                try await bed.start()
                for _ in 0..<2 {
                    let answer = try await Self.answer(to: request, of: bed)
                    #expect(answer.status == 409 && answer.body.contains("outcome-unknown"), "\(answer)")
                    #expect(answer.body.contains("look at the printer"), "\(answer)")
                }
                #expect(printer.formats.count == 1)
            }
        }
    }

    /// The page that waits for its turn when its client leaves is not printed; the repetition prints it.
    @Test func aPageThatWasGivenUpIsPrintedByTheRepetition() async throws {
        try await SocketPrinter.with { printer in
            try await DaemonBed.with(configuration: configuration(of: printer)) { bed in
                try await Self.sendAndLeave(Self.post(Self.test, key: "k1"), printer, bed)
                let waiting = Self.post(Self.test, key: "k2")
                if let client = RawClient(path: bed.socket) { client.send(waiting) }
                async let answer = Self.answer(to: waiting, of: bed)
                printer.condition.remaining = 0
                #expect(try await answer.status == 200)
                #expect(printer.formats.count == 2)
            }
        }
    }

    @Test func keysBackupsAndRestorationsAreMadeOnce() async throws {
        try await DaemonBed.with { bed in
            let change = Self.post("/v1/log/key/changes", key: "k1", #"{"reason":"lost"}"#)
            let changed = try await Self.answer(to: change, of: bed)
            #expect(changed.status == 200)
            #expect(try await Self.answer(to: change, of: bed) == changed)
            let backup = Self.post("/v1/log/backups", key: "k2", "")
            let made = try await Self.answer(to: backup, of: bed)
            #expect(made.status == 201)
            #expect(try await Self.answer(to: backup, of: bed) == made)

            let file = bed.scratch("copy.backup")
            #expect(try await bed.outguide("backup", file).status == 0)
            let copy = Array(try Data(contentsOf: URL(filePath: file)))
            func restoration(_ reason: String) -> [UInt8] {
                let head = """
                    POST /v1/log/restoration?reason=\(reason)&abandon=true HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/octet-stream\r
                    Content-Length: \(copy.count)\r
                    Idempotency-Key: k3\r
                    Connection: close\r
                    \r

                    """
                return Array(head.utf8) + copy
            }
            let restored = try await Self.answer(to: restoration("disk"), of: bed)
            #expect(restored.status == 200, "\(restored)")
            let entries = try await Self.entries(of: bed)
            #expect(try await Self.answer(to: restoration("disk"), of: bed) == restored)
            let other = try await Self.answer(to: restoration("other"), of: bed)
            #expect(other.status == 409 && other.body.contains("key-reused"), "\(other)")
            #expect(try await Self.entries(of: bed) == entries)
        }
    }

    private static func entries(of bed: DaemonBed) async throws -> Int? {
        (try await bed.json("log", "verify") as? [String: Any])?["entries"] as? Int
    }
}

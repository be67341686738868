import Foundation
import TestSupport
import Testing

/// Requests that no client of ours would send: the daemon says what is wrong, or ends the connection, and goes on.
@Suite struct AbuseTests {
    /// What the daemon has resident, in bytes.
    private static func memory(_ bed: DaemonBed) throws -> Int {
        let pid = try #require(bed.processIdentifier)
        let words = try String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(words[1])) * 4_096
    }

    private static func answer(_ socket: String, to text: String) async -> String {
        await OwnThread.run {
            guard let client = RawClient(path: socket) else { return "no connection" }
            client.send(Array(text.utf8))
            client.finishSending()
            return client.statusLine()
        }
    }

    @Test func whatIsTooLongOrMalformedIsRefused() async throws {
        try await DaemonBed.with { bed in
            let head = "GET /v1/status HTTP/1.1\r\nHost: localhost\r\n"
            let long = String(repeating: "a", count: 100_000)
            let cases: [(String, [String])] = [
                (head + "\r\n", ["HTTP/1.1 200 OK"]),
                (head + "X-Long: \(long)\r\n\r\n", ["HTTP/1.1 400 Bad Request", ""]),
                (head + String(repeating: "X-A: b\r\n", count: 500) + "\r\n", ["HTTP/1.1 400 Bad Request", ""]),
                (
                    "GET /\(long) HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    ["HTTP/1.1 400 Bad Request", "HTTP/1.1 404 Not Found", ""]
                ),
                ("nonsense\r\n\r\n", ["HTTP/1.1 400 Bad Request", ""]),
                ("GET /v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", ["HTTP/1.1 404 Not Found"]),
                (
                    "GET /v1/log/backups/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    ["HTTP/1.1 404 Not Found"]
                ),
                ("GET /v1/log/tile/entries/../../../x HTTP/1.1\r\nHost: localhost\r\n\r\n", ["HTTP/1.1 404 Not Found"]),
                (
                    "POST /v1/moves HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n{",
                    [
                        "HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Content Too Large", "HTTP/1.1 400 Bad Request",
                        "",
                    ]
                ),
                (
                    "POST /v1/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"
                        + String(repeating: " ", count: 2_000_000),
                    ["HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Content Too Large"]
                ),
                (
                    "POST /v1/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
                        + String(repeating: "[", count: 100),
                    ["HTTP/1.1 400 Bad Request"]
                ),
                (
                    "POST /v1/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
                        + String(repeating: "[", count: 100_000),
                    ["HTTP/1.1 400 Bad Request"]
                ),
            ]
            for (request, answers) in cases {
                let got = await Self.answer(bed.socket, to: request)
                #expect(answers.contains(got), "\(request.prefix(80)): \(got)")
            }
            let status = try await bed.outguide("status", "--quiet").answer
            #expect(status == "ready")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func randomRequestsDoNoHarm(seed: UInt64) async throws {
        try await DaemonBed.with { bed in
            #expect(try await bed.outguide("location", "add", "--name", "Shelf 1").status == 0)
            let before = try Self.memory(bed)
            let socket = bed.socket
            let unanswered = await OwnThread.run {
                var requests = HostileRequests(seed: seed)
                var unanswered = 0
                for _ in 0..<600 {
                    guard let client = RawClient(path: socket, patience: 5) else {
                        unanswered += 1
                        continue
                    }
                    client.send(requests.next())
                    client.finishSending()
                    _ = client.statusLine()
                }
                return unanswered
            }
            #expect(unanswered == 0)
            #expect(try await bed.outguide("where", "LC000000001H").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
            let grown = try Self.memory(bed) - before
            #expect(grown < 64 << 20)
        }
    }

    /// `OUTGUIDE_LOAD_CONNECTIONS` and `OUTGUIDE_LOAD_SECONDS` ask for more than there is time for in every run.
    @Test func manyClientsAreServedOrToldThatTheDaemonIsBusy() async throws {
        let environment = ProcessInfo.processInfo.environment
        let connections = environment["OUTGUIDE_LOAD_CONNECTIONS"].flatMap { Int($0) } ?? 1_000
        let seconds = environment["OUTGUIDE_LOAD_SECONDS"].flatMap { Int($0) } ?? 3
        try await DaemonBed.with { bed in
            #expect(try await bed.outguide("location", "add", "--name", "Shelf 1").status == 0)
            let before = try Self.memory(bed)
            let socket = bed.socket
            let run = await OwnThread.run {
                LoadRun(
                    path: socket,
                    connections: connections,
                    seconds: seconds,
                    request: "GET /v1/where/LC000000001H HTTP/1.1\r\nHost: localhost\r\n\r\n"
                )
            }
            let grown = try Self.memory(bed) - before
            print(
                "load: \(connections) connections, \(seconds) s: \(run.statuses), broken \(run.broken), grown \(grown >> 20) MiB"
            )
            #expect(Set(run.statuses.keys).isSubset(of: [200, 503]), "\(run.statuses)")
            #expect(run.statuses[200] ?? 0 > 0)
            #expect(run.broken == 0)
            #expect(grown < 256 << 20)
            let status = try await bed.outguide("status", "--quiet").answer
            #expect(status == "ready")
        }
    }

    @Test func aSocketThatSomebodyReplacedIsNoticed() async throws {
        try await DaemonBed.with { bed in
            let other = bed.stateDirectory + "/other.sock"
            try FileManager.default.moveItem(atPath: bed.socket, toPath: other)
            try "".write(toFile: bed.socket, atomically: true, encoding: .utf8)
            let run = try await ChildRun.of(
                try BuiltProduct.path(of: "outguide"),
                ["--socket", other, "doctor"],
                environment: ["NO_COLOR": "1"]
            )
            #expect(run.status == 1)
            #expect(run.output.contains("is not the socket that outguided serves"), "\(run.output)")
            let asked = try await bed.outguide("doctor")
            #expect(asked.status == 69)
            #expect(asked.output.contains("is not a socket"), "\(asked.output)")
        }
    }
}

import DaemonClient
import Foundation
import Localization
import StubDaemon
import Terminal
import Testing
import Wire

@testable import Commands

/// What keeps somebody from the daemon, seen from their side.
@Suite struct DoctorTests {
    private func scratch(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await body(directory)
    }

    @Test func theSocketFile() async throws {
        try await scratch { directory in
            let path = directory + "/outguide.sock"
            func found(_ owners: Set<UInt32> = [0, geteuid()]) async -> String {
                let finding = await SocketFileCheck(path: path, owners: owners).findings().first
                return "\(finding?.state ?? "") \(finding?.message.english ?? "")"
            }
            #expect(await found().contains("failed there is no socket"))
            try "x".write(toFile: path, atomically: true, encoding: .utf8)
            #expect(await found().contains("is not a socket"))
            try FileManager.default.removeItem(atPath: path)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    _ = bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            #expect(await found().hasPrefix("ok"))
            #expect(await found([4_711]).contains("who is neither root, nor outguide, nor you"))
        }
    }

    @Test func nobodyAnswers() async throws {
        try await scratch { directory in
            let client = DaemonClient(socketPath: directory + "/nobody.sock")
            let finding = await VersionCheck(daemon: client, version: "1").findings().first
            #expect(finding?.state == "failed" && finding?.remedy?.english.contains("systemctl") == true)
            await client.close()
        }
    }

    @Test func versionsThatAreNotTheSame() async throws {
        for (version, state, words) in [("0.1.0", "ok", "answers"), ("9.9", "warning", "outguided is version 9.9")] {
            let status = Samples.status.replacing("\"0.1.0\"", with: "\"\(version)\"")
            try await StubDaemon { _ in .json(status) }.serve { stub in
                let client = DaemonClient(socketPath: stub.path)
                let finding = await VersionCheck(daemon: client, version: "0.1.0").findings().first
                #expect(finding?.state == state)
                #expect(finding?.message.english.contains(words) == true, "\(finding?.message.english ?? "")")
                #expect(
                    (finding?.remedy?.english.contains("systemctl restart outguided") == true) == (state == "warning")
                )
                await client.close()
            }
        }
    }

    @Test func whoHasNoRole() async throws {
        let stub = try StubDaemon { _ in .problem("not-permitted", status: 403, detail: "cannot let uid:1 do that") }
        try await stub.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let finding = await RightsCheck(daemon: client).findings().first
            #expect(finding?.state == "failed" && finding?.remedy?.english.contains("adduser") == true)
            await client.close()
        }
    }

    @Test(arguments: [("ok", 0), ("warning", 0), ("failed", 1)])
    func theExitCodeAndTheDocumentSaySo(state: String, code: Int32) async throws {
        let diagnosis = Samples.json(
            DiagnosisResource(findings: [
                FindingResource(
                    check: "clock",
                    state: state,
                    message: "it is so",
                    remedy: state == "ok" ? nil : "mend it"
                )
            ])
        )
        let rights = Samples.json(
            RightsResource(principal: "uid:1", roles: ["clerk"], levels: ["clerk"], groups: [:], separateDuties: false)
        )
        let stub = try StubDaemon { request in
            if request.target.contains("diagnosis") { return .json(diagnosis) }
            return .json(request.target.contains("rights") ? rights : Samples.status)
        }
        try await stub.serve { stub in
            let result = try await Program.run(["doctor", "--json", "--socket", stub.path])
            #expect(result.status == code, "\(result.output)")
            let told = try WireCoding.decode(DiagnosisResource.self, from: Data(result.output.utf8))
            #expect(told.findings.last?.check == "clock" && told.findings.last?.state == state)
            #expect(told.findings.map(\.check).prefix(3) == ["socket-file", "daemon", "rights"])
        }
    }

    @Test func theReportNamesWhatIsNotWell() {
        let report = DoctorReport(findings: [
            CheckFinding("a", "ok", Message(verbatim: "fine")),
            CheckFinding("b", "warning", Message(verbatim: "hm"), remedy: Message(verbatim: "look")),
            CheckFinding("c", "failed", Message(verbatim: "no"), remedy: Message(verbatim: "mend it")),
        ])
        #expect(report.identifiers == ["warning b", "failed c"])
        #expect(report.lines.count == 5)
    }

    @Test func theStatusIsJudgedInOneLine() {
        func status(
            _ state: String,
            lost: Int = 0,
            trouble: String? = nil,
            clock: String? = nil
        ) -> StatusJudgement {
            StatusJudgement(
                of: StatusResource(
                    version: "1",
                    pid: 1,
                    startedAt: "",
                    state: state,
                    site: "00",
                    timeZone: "UTC",
                    stateDirectory: "/",
                    entries: 1,
                    readings: 1,
                    lostReadings: lost,
                    entities: [:],
                    journalMode: "wal",
                    synchronous: 2,
                    scanners: [],
                    scannerTrouble: nil,
                    logTrouble: trouble,
                    clockTrouble: clock
                )
            )
        }
        #expect(status("ready").isWell)
        #expect(!status("ready", lost: 1).isWell)
        #expect(
            status("ready", clock: "it is late").problems.map(\.english) == ["the clock cannot be believed: it is late"]
        )
        #expect(status("degraded", trouble: "cut").problems.map(\.english) == ["the log takes nothing in: cut"])
    }

    @Test func monitoringNamesTheWorstOfEachDropFolder() {
        func trouble(_ folder: String, _ state: String, _ message: String) -> FolderTroubleResource {
            FolderTroubleResource(
                device: "copier of \(folder)",
                folder: folder,
                kind: "waiting",
                state: state,
                message: message,
                remedy: "look",
                since: "2026-11-29T10:00:00Z",
                count: 7,
                complete: true,
                names: ["Smith.pdf"]
            )
        }
        let problems = FolderTroubleResource.problems([
            trouble("a", "failed", "a cannot be used"), trouble("a", "warning", "7 files wait"),
            trouble("b", "notice", "1 file is in quarantine"), trouble("c", "warning", "7 files wait"),
        ])
        #expect(
            problems.map(\.english) == [
                "drop folder of copier of a: a cannot be used, since 2026-11-29 10:00 UTC (and 1 more)",
                "drop folder of copier of c: 7 files wait, since 2026-11-29 10:00 UTC",
            ]
        )
        let line = trouble("c", "warning", "7 files wait").line.parts.map(\.text).joined()
        #expect(line == "copier of c: 7 files wait, since 2026-11-29 10:00 UTC (Smith.pdf, …); look")
    }
}

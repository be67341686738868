import DaemonClient
import Foundation
import StubDaemon
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
                return "\(finding?.state ?? "") \(finding?.message ?? "")"
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
            #expect(finding?.state == "failed" && finding?.remedy?.contains("systemctl") == true)
            await client.close()
        }
    }

    @Test func theReportNamesWhatIsNotWell() {
        let report = DoctorReport(findings: [
            .ok("a", "fine"), .warning("b", "hm", remedy: "look"), .failed("c", "no", remedy: "mend it"),
        ])
        #expect(report.identifiers == ["warning b", "failed c"])
        #expect(report.lines.count == 5)
    }

    @Test func theStatusIsJudgedInOneLine() {
        func status(_ state: String, lost: Int = 0, trouble: String? = nil) -> StatusJudgement {
            StatusJudgement(
                of: StatusResource(
                    version: "1",
                    pid: 1,
                    startedAt: "",
                    state: state,
                    site: "00",
                    stateDirectory: "/",
                    entries: 1,
                    readings: 1,
                    lostReadings: lost,
                    records: [:],
                    journalMode: "wal",
                    synchronous: 2,
                    scanners: [],
                    scannerTrouble: nil,
                    logTrouble: trouble
                )
            )
        }
        #expect(status("ready").isWell)
        #expect(!status("ready", lost: 1).isWell)
        #expect(status("degraded", trouble: "cut").problems == ["the log takes nothing in: cut"])
    }
}

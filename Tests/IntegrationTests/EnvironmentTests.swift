import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// The machine takes away what the daemon needs: it says so, acknowledges nothing that would be lost, and stops.
@Suite(.timeLimit(.minutes(3))) struct EnvironmentTests {
    private static let soon = Duration.seconds(5)

    private func stopsSoon(_ bed: DaemonBed) async throws {
        let clock = ContinuousClock()
        let began = clock.now
        _ = try await bed.stop()
        #expect(clock.now - began < Self.soon)
    }

    enum Harm: CaseIterable { case removed, renamed, replaced }

    @Test(arguments: Harm.allCases) func aStateDirectoryThatIsNotThereAnyMoreTakesNothingIn(harm: Harm) async throws {
        try await DaemonBed.with(environment: ["WATCHDOG_USEC": "800000"], open: true) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "1", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let files = FileManager.default
            let other = bed.scratch("elsewhere")
            switch harm {
            case .removed: try files.removeItem(atPath: bed.stateDirectory)
            case .renamed: try files.moveItem(atPath: bed.stateDirectory, toPath: other)
            case .replaced:
                try files.moveItem(atPath: bed.stateDirectory, toPath: other)
                try files.copyItem(atPath: other, toPath: bed.stateDirectory)
            }
            // Nobody has asked anything meanwhile.
            #expect(await bed.tellsManager("STATUS=nothing can be recorded"))
            try await bed.hasSaid("the log is closed to writing")
            let client = DaemonClient(socketPath: bed.socket)
            let status = try await client.status()
            #expect(status.state == "degraded")
            #expect(status.logTrouble?.contains("replaced, moved or removed") == true)
            await #expect(throws: DaemonClientError.self) {
                try await client.move(MoveRequest(barcodes: [box], to: shelf))
            }
            try await stopsSoon(bed)
            await client.close()
        }
    }

    @Test func aSocketOfSystemdThatIsRemovedIsReported() async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let socket = directory + "/outguide.sock"
        let manager = try ChildProgram(
            "/usr/bin/systemd-socket-activate",
            [
                "--listen", socket, try BuiltProduct.path(of: "outguided"), "--state-dir", directory + "/state",
                "--socket", socket,
            ],
            errors: .pipe
        )
        #expect(await manager.nextError().contains("Listening on"))
        let client = DaemonClient(socketPath: socket)
        #expect(try await client.status().environmentTrouble == nil)
        try FileManager.default.removeItem(atPath: socket)
        let trouble = try await client.status().environmentTrouble
        #expect(trouble?.contains("systemctl restart outguided.socket") == true, "\(trouble ?? "none")")
        var said = ""
        while !said.contains("the machine keeps outguided from working") {
            let next = await manager.nextError()
            try #require(!next.isEmpty, "\(said)")
            said += next
        }
        await client.close()
        let clock = ContinuousClock()
        let began = clock.now
        manager.send(SIGTERM)
        _ = await manager.status()
        #expect(clock.now - began < Self.soon)
    }

    /// However many clients one may have, they never take the descriptors that the daemon needs itself.
    @Test func clientsLeaveTheDaemonItsDescriptors() async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let socket = directory + "/outguide.sock"
        let program = try BuiltProduct.path(of: "outguided")
        let daemon = try ChildProgram(
            "/usr/bin/prlimit",
            ["--nofile=300:300", program, "--state-dir", directory + "/state", "--socket", socket],
            errors: .pipe
        )
        while !(await daemon.nextError()).contains("ready") {}
        let clients = (0..<400).compactMap { _ in RawClient(path: socket) }
        #expect(clients.count > 200)
        let client = DaemonClient(socketPath: socket)
        do {
            #expect(try await client.status().environmentTrouble == nil)
        } catch {
            // One that is too many is refused, is not answered, or finds the queue of the socket full.
            #expect(
                "\(error)".contains("cannot serve so many clients") || "\(error)".contains("went away")
                    || "\(error)".contains("temporarily unavailable"),
                "\(error)"
            )
        }
        for client in clients { client.finishSending() }
        await client.close()
        daemon.send(SIGTERM)
        _ = await daemon.status()
        let said = String(decoding: await daemon.restOfErrors(), as: UTF8.self)
        #expect(!said.contains("cannot open any more files"), "\(said)")
    }
}

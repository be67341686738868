import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// The machine takes away what the daemon needs: it says so, acknowledges nothing that would be lost, and stops.
@Suite(.timeLimit(.minutes(3))) struct EnvironmentTests {
    private static let soon = Duration.seconds(5)

    /// Lets the process `daemon` have so many descriptors.
    private func limit(_ daemon: Int32, to descriptors: Int) async throws {
        let run = try await ChildRun.of("/usr/bin/prlimit", ["--pid", "\(daemon)", "--nofile=\(descriptors):"])
        try #require(run.status == 0, "\(run.errors)")
    }

    /// A limit that leaves the process half of the descriptors that it keeps for itself.
    private func fewDescriptors(of daemon: Int32) throws -> Int {
        let open = Set(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon)/fd").compactMap { Int($0) })
        return try #require((0...65_536).first { !open.contains($0) }) + 8
    }

    /// Seconds of processor time.
    private func processorTime(of daemon: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(daemon)/stat", encoding: .utf8)
        let words = text.split(separator: ")").last?.split(separator: " ") ?? []
        let ticks = try #require(Double(words[11])) + #require(Double(words[12]))
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private func stopsSoon(_ bed: DaemonBed) async throws {
        let clock = ContinuousClock()
        let began = clock.now
        _ = try await bed.stop()
        #expect(clock.now - began < Self.soon)
    }

    @Test func exhaustedDescriptorsAreReportedAndHarmNothing() async throws {
        try await DaemonBed.with(environment: ["WATCHDOG_USEC": "800000"], open: true) { bed in
            let daemon = try #require(bed.processIdentifier)
            let shelves = ["1", "2"]
            var barcodes: [String] = []
            for shelf in shelves {
                barcodes.append(try await bed.outguide("location", "add", "--name", shelf, "--quiet").answer)
            }
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let client = DaemonClient(socketPath: bed.socket)
            var acknowledged = try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: barcodes[0]))
                .movements
            try await limit(daemon, to: try fewDescriptors(of: daemon))
            try await bed.hasSaid("cannot take more clients")
            #expect(
                try await client.ask(API.Status.show).environmentTrouble?.contains("descriptors of outguided are left")
                    == true
            )
            #expect(await bed.tellsManager("STATUS=cannot take more clients"))
            // Clients that cannot be taken cost nothing: the processor rests while they wait.
            let waiting = (0..<8).compactMap { _ in RawClient(path: bed.socket) }
            #expect(waiting.count == 8)
            let clock = ContinuousClock()
            let (began, used) = (clock.now, try processorTime(of: daemon))
            for _ in 1...8 { #expect(await bed.tellsManager("WATCHDOG=1")) }
            let share = (try processorTime(of: daemon) - used) / ((clock.now - began) / .seconds(1))
            #expect(share < 0.5)
            for turn in 1...6 {
                let move = MoveRequest(barcodes: [box], to: barcodes[turn % 2])
                do {
                    acknowledged += try await client.ask(API.Moves.move, move).movements
                } catch DaemonClientError.problem(let problem) {
                    #expect(problem.status == 503)
                }
            }
            try await limit(daemon, to: 4_096)
            try await bed.hasSaid("the machine lets outguided work again")
            #expect(try await client.ask(API.Status.show).environmentTrouble == nil)
            acknowledged += try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: barcodes[0]))
                .movements
            let known = Set(
                try await client.ask(API.Whereabouts.history, at: box, query: [Parameter.limit.set(1_000)]).items.map(
                    \.entry
                )
            )
            #expect(known.isSuperset(of: acknowledged.compactMap(\.entry)))
            #expect(try await bed.outguide("log", "verify").status == 0)
            try await limit(daemon, to: try fewDescriptors(of: daemon))
            try await bed.hasSaid("cannot take more clients", times: 2)
            try await stopsSoon(bed)
            await client.close()
        }
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
            let status = try await client.ask(API.Status.show)
            #expect(status.state == "degraded")
            #expect(status.logTrouble?.contains("replaced, moved or removed") == true)
            await #expect(throws: DaemonClientError.self) {
                try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelf))
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
        #expect(try await client.ask(API.Status.show).environmentTrouble == nil)
        try FileManager.default.removeItem(atPath: socket)
        let trouble = try await client.ask(API.Status.show).environmentTrouble
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
            #expect(try await client.ask(API.Status.show).environmentTrouble == nil)
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
        #expect(!said.contains("cannot take more clients"), "\(said)")
    }
}

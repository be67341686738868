import Foundation
import TestSupport
import Testing

/// The daemon as systemd runs it.
@Suite struct ServiceManagerTests {
    /// Clients connect to a socket that nobody serves yet, and are answered once the daemon is up.
    @Test func aSocketThatSystemdOpenedIsServed() async throws {
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
        // It says so before it waits for the first client, who starts the daemon.
        #expect(await manager.nextError().contains("Listening on"))
        let status = try await ChildRun.of(
            try BuiltProduct.path(of: "outguide"),
            ["status", "--socket", socket]
        )
        #expect(status.status == 0, "\(status.errors)")
        #expect(status.output.contains("ready"))
        let mode = try FileManager.default.attributesOfItem(atPath: socket)[.type] as? FileAttributeType
        #expect(mode == .typeSocket)
        manager.send(SIGTERM)
        #expect(await manager.status() == 0)
        #expect(FileManager.default.fileExists(atPath: socket), "the socket is systemd's, and stays")
    }

    @Test func aSocketInAnotherPlaceThanTheConfiguredOneIsRefused() async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let socket = directory + "/other.sock"
        let manager = try ChildProgram(
            "/usr/bin/systemd-socket-activate",
            ["--listen", socket, try BuiltProduct.path(of: "outguided"), "--state-dir", directory + "/state"],
            errors: .pipe
        )
        #expect(await manager.nextError().contains("Listening on"))
        async let asked = ChildRun.of(try BuiltProduct.path(of: "outguide"), ["status", "--socket", socket])
        #expect(await manager.status() == 74)
        let said = String(decoding: await manager.restOfErrors(), as: UTF8.self)
        #expect(said.contains("where systemd listens: the configuration says"), "\(said)")
        #expect(try await asked.status == 69)
    }

    /// A daemon that works says so as often as systemd wants to hear it, and one that hangs does not.
    @Test func theWatchdogIsFedAfterALookAtItself() async throws {
        try await DaemonBed.with(environment: ["WATCHDOG_USEC": "800000"]) { bed in
            for _ in 1...3 { #expect(await bed.tellsManager("WATCHDOG=1\nSTATUS=reading scanners")) }
        }
    }

    @Test func aLogThatTakesNothingInIsToldAndDoesNotEndTheDaemon() async throws {
        try await DaemonBed.with(environment: ["WATCHDOG_USEC": "800000"]) { bed in
            try await bed.stop()
            try Data("not a database, but something else".utf8)
                .write(to: URL(filePath: bed.stateDirectory + "/transfer.log.sqlite"))
            try await bed.start()
            #expect(await bed.tellsManager("WATCHDOG=1\nSTATUS=nothing can be recorded"))
        }
    }

    @Test func aSecondDaemonIsRefusedByTheLocks() async throws {
        try await DaemonBed.with { bed in
            let program = try BuiltProduct.path(of: "outguided")
            let sameState = try await ChildRun.of(
                program,
                ["--state-dir", bed.stateDirectory, "--socket", bed.scratch("other.sock")]
            )
            #expect(sameState.status == 75)
            #expect(sameState.errors.contains("another outguided"), "\(sameState.errors)")
            let sameSocket = try await ChildRun.of(
                program,
                ["--state-dir", bed.scratch("other"), "--socket", bed.socket]
            )
            #expect(sameSocket.status == 75)
            #expect(try await bed.outguide("status").status == 0)
        }
    }

    @Test func aFileInThePlaceOfTheSocketIsLeftAlone() async throws {
        try await DaemonBed.with { bed in
            let path = bed.scratch("file")
            try Data("something of somebody's".utf8).write(to: URL(filePath: path))
            let refused = try await ChildRun.of(
                try BuiltProduct.path(of: "outguided"),
                ["--state-dir", bed.scratch("other"), "--socket", path]
            )
            #expect(refused.status != 0)
            #expect(refused.errors.contains("there is something that is no socket"), "\(refused.errors)")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "something of somebody's")
        }
    }

    /// A stop takes a moment, whoever listens, and what was acknowledged is there afterwards.
    @Test func aStopIsQuickAndLosesNothing() async throws {
        try await DaemonBed.with { bed in
            let listener = try ChildProgram(
                try BuiltProduct.path(of: "outguide"),
                ["watch", "--socket", bed.socket],
                output: .pipe,
                errors: .pipe
            )
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let clock = ContinuousClock()
            let began = clock.now
            #expect(try await bed.stop() == 0)
            #expect(clock.now - began < .seconds(5))
            listener.send(SIGKILL)
            try await bed.start()
            #expect(try await bed.outguide("where", box).status == 0)
        }
    }

    /// What a day of work leaves in the journal names nobody and repeats nothing that was read.
    @Test func theJournalHasNoNamesAndNoPayloads() async throws {
        try await DaemonBed.with(configuration: "registerOnFirstScan: false\nonePrincipalExpunges: true") { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Zanzibar", "--quiet").answer
            let clerk = try await bed.outguide("custodian", "add", "--name", "Xanthippe Quick", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--title", "Rumpelstilz v. Miller", "--quiet").answer
            let words = "\(shelf)\n\(box)\nnonsense-4711\nBX0000000025\n\(clerk)\n"
            #expect(try await bed.outguide("scan", input: words).status != 0)
            _ = try await bed.outguide("search", "Rumpelstilz")
            _ = try await bed.outguide("move", box, "--to", clerk)
            _ = try await bed.outguide("item", "show", "Rumpelstilz")
            _ = try await bed.outguide("backup", bed.scratch("log.backup"))
            _ = try await bed.outguide("restore", bed.scratch("log.backup"), "--reason", "Ichabod said so", "--abandon")
            _ = try await bed.outguide("label", "print", box, "--printer", "Nosuchprinter")
            try await bed.stop()
            try await bed.start()
            #expect(bed.said.contains("ready"))
            for secret in ["Zanzibar", "Xanthippe", "Quick", "Rumpelstilz", "Ichabod", "nonsense-4711", box, clerk] {
                #expect(!bed.said.contains(secret), "\(bed.said)")
            }
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Backups, made while there is work, and taken back.
@Suite struct BackupTests {
    @Test func aBackupIsTakenBackAndSaysSo() async throws {
        try await DaemonBed.with(configuration: "onePrincipalExpunges: true") { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--parent", shelf, "--quiet").answer
            let secret = try await bed.outguide("item", "add", "--title", "Doe, Jane", "--quiet").answer
            let file = bed.scratch("log.backup")
            let made = try await bed.outguide("backup", file)
            #expect(made.status == 0, "\(made.errors)")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "names and titles are for nobody else")

            // Afterwards a thing is registered, another expunged, and a checkpoint given away.
            let later = try await bed.outguide("container", "add", "--quiet").answer
            try await expunge(secret, in: bed)
            let given = try await bed.outguide("log", "checkpoint", "--quiet")
            #expect(given.status == 0)
            let earlier = bed.scratch("given.txt")
            try given.output.write(toFile: earlier, atomically: true, encoding: .utf8)

            let export = bed.scratch("export")
            #expect(try await bed.outguide("log", "export", export).status == 0)
            let evidence = try Data(contentsOf: URL(filePath: export + "/checkpoint"))

            let refused = try await bed.outguide("restore", file, "--reason", "disk failed")
            #expect(refused.status == 4)
            #expect(refused.errors.contains("--abandon"), "\(refused.errors)")
            #expect(try await bed.outguide("where", later).status == 0, "nothing has changed")

            let done = try #require(
                try await bed.json("restore", file, "--reason", "50% of the disk failed", "--abandon") as? [String: Any]
            )
            #expect(done["abandoned"] as? Int == 4)
            #expect(done["expunged"] as? Int == 1)
            #expect(try await bed.outguide("where", later).status == 3)
            #expect(try await bed.outguide("where", box).status == 0)
            let shown = try await bed.outguide("item", "show", secret)
            #expect(shown.status == 0)
            #expect(!shown.output.contains("Doe"), "what was expunged after the backup must not come back")
            let kept = try #require(done["keptIn"] as? String)
            #expect(FileManager.default.fileExists(atPath: kept + "/transfer.log.sqlite"))
            try await expectSound(bed)
            // Its number is on a label, and is never given again.
            let next = try await bed.outguide("container", "add", "--quiet").answer
            #expect(![box, later].contains(next))
            // Whoever kept the checkpoint learns which entry declares the break.
            let broken = try await bed.outguide("log", "consistency", earlier)
            #expect(broken.status == 4)
            let entry = try #require(done["entry"] as? Int)
            #expect(broken.errors.contains("entry \(entry) of the log says"), "\(broken.errors)")
            // What an auditor holds is not overwritten by less, nor by another history.
            #expect(try await bed.outguide("log", "export", export).status != 0)
            #expect(try Data(contentsOf: URL(filePath: export + "/checkpoint")) == evidence)
            try await expectSound(bed)

            // The next start finds nothing to object to.
            try await bed.stop()
            try await bed.start()
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "ready", "\(status)")
            #expect(try await bed.outguide("container", "add").status == 0)
        }
    }

    @Test func aBackupMadeUnderLoadIsWhole() async throws {
        try await DaemonBed.with { bed in
            let shelves = [
                try await bed.outguide("location", "add", "--name", "A", "--quiet").answer,
                try await bed.outguide("location", "add", "--name", "B", "--quiet").answer,
            ]
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let file = bed.scratch("log.backup")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let client = DaemonClient(socketPath: bed.socket)
                    var turn = 0
                    while !Task.isCancelled {
                        turn += 1
                        _ = try? await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelves[turn % 2]))
                    }
                    await client.close()
                }
                for _ in 1...3 {
                    let made = try await bed.outguide("backup", file)
                    #expect(made.status == 0, "\(made.errors)")
                }
                group.cancelAll()
            }
            let restored = try await bed.outguide("restore", file, "--reason", "drill", "--abandon")
            #expect(restored.status == 0, "\(restored.errors)")
            try await expectSound(bed)
        }
    }

    /// A daemon that finds its database destroyed serves on, says so, and takes a backup.
    @Test func aDestroyedLogIsReplacedByItsBackup() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let file = bed.scratch("log.backup")
            #expect(try await bed.outguide("backup", file).status == 0)
            try await bed.stop()
            try Data("not a database, but something else".utf8)
                .write(to: URL(filePath: bed.stateDirectory + "/transfer.log.sqlite"))
            try await bed.start()
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "degraded")
            #expect((status["logTrouble"] as? String)?.contains("transfer.log.sqlite") == true, "\(status)")
            let refused = try await bed.outguide("container", "add")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("cannot"), "\(refused.errors)")
            #expect(try await bed.outguide("log", "verify").status == 1)

            let restored = try await bed.outguide("restore", file, "--reason", "disk", "--abandon")
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output.contains("expunge again by hand"))
            #expect(try await bed.outguide("where", shelf).status == 0)
            #expect(try await bed.outguide("container", "add").status == 0)
            try await expectSound(bed)
        }
    }

    /// On another machine there is another key; the log tells that from here on it is the new one.
    @Test func aNewMachineGoesOnUnderItsOwnKey() async throws {
        try await DaemonBed.with { bed in
            _ = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let file = bed.scratch("log.backup")
            #expect(try await bed.outguide("backup", file).status == 0)
            let old = try await bed.outguide("log", "key", "--quiet").answer
            try await DaemonBed.with { other in
                let restored = try await other.outguide("restore", file, "--reason", "new server")
                #expect(restored.status == 0, "\(restored.errors)")
                let keys = try #require(try await other.json("log", "key") as? [String: Any])
                #expect(keys["formerKeys"] as? [String] == [old])
                #expect(keys["key"] as? String != old)
                try await expectSound(other)
            }
        }
    }

    /// A second place for checkpoints that is away when a log is restored keeps nobody from the log.
    @Test func aRestoreThatCouldNotBeFinishedDoesNotKeepTheDaemonFromStarting() async throws {
        try await DaemonBed.with(configuration: "checkpointCopies: [/nonexistent/checkpoint]") { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let file = bed.scratch("log.backup")
            #expect(try await bed.outguide("backup", file).status == 0)
            let restored = try await bed.outguide("restore", file, "--reason", "drill", "--abandon")
            #expect(restored.status == 1)
            #expect(restored.errors.contains("/nonexistent/checkpoint"), "\(restored.errors)")
            try await bed.stop()
            try await bed.start()
            #expect(bed.said.contains("a restore is not finished"))
            #expect(try await bed.outguide("where", shelf).status == 0)
            try await expectSound(bed)
        }
    }

    @Test func whatIsNoBackupIsRefused() async throws {
        try await DaemonBed.with { bed in
            _ = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let file = bed.scratch("log.backup")
            #expect(try await bed.outguide("backup", file).status == 0)
            var bytes = try Data(contentsOf: URL(filePath: file))
            bytes.removeLast(bytes.count / 2)
            let cut = bed.scratch("cut.backup")
            try bytes.write(to: URL(filePath: cut))
            let text = bed.scratch("text.backup")
            try Data("hello".utf8).write(to: URL(filePath: text))
            for wrong in [cut, text] {
                let refused = try await bed.outguide("restore", wrong, "--reason", "try", "--abandon")
                #expect(refused.status == 1, "\(refused.output)")
                #expect(refused.errors.contains("cannot"), "\(refused.errors)")
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: bed.stateDirectory)
            #expect(!left.contains { $0.hasPrefix("re") }, "\(left)")
            try await expectSound(bed)
        }
    }

    /// A client that was interrupted leaves its copy with the daemon.
    @Test func aCopyThatNobodyFetchedGoesWithWhatIsExpunged() async throws {
        try await DaemonBed.with(configuration: "onePrincipalExpunges: true") { bed in
            let secret = try await bed.outguide("item", "add", "--title", "Doe, Jane", "--quiet").answer
            let client = DaemonClient(socketPath: bed.socket)
            _ = try await client.ask(API.Backups.create)
            await client.close()
            let copies = bed.stateDirectory + "/backups"
            #expect(try FileManager.default.contentsOfDirectory(atPath: copies) != [])
            try await expunge(secret, in: bed)
            #expect(!FileManager.default.fileExists(atPath: copies))
            let (backup, status) = (bed.scratch("later.backup"), try await bed.outguide("log", "verify").status)
            #expect(status == 0)
            #expect(try await bed.outguide("backup", backup).status == 0)
        }
    }

    private func expunge(_ barcode: String, in bed: DaemonBed) async throws {
        let client = DaemonClient(socketPath: bed.socket)
        let order = ExpungementRequest(order: "2026-17", reason: "court order")
        _ = try await client.ask(API.Expungement.propose, at: barcode, order)
        _ = try await client.ask(API.Expungement.approve, at: barcode)
        await client.close()
    }

    private func expectSound(_ bed: DaemonBed) async throws {
        let verified = try await bed.outguide("log", "verify")
        #expect(verified.status == 0, "\(verified.output)")
    }
}

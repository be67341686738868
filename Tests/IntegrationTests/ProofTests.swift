import DaemonClient
import Foundation
import TestSupport
import Testing

/// What an outsider can check, and what the daemon refuses to go on from.
@Suite struct ProofTests {
    @Test func aLogThatWasCutIsOpenedForReadingOnly() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            try await bed.stop()
            // Somebody puts an older copy back: the log is shorter than its checkpoint says.
            let log = bed.stateDirectory + "/transfer.log.sqlite"
            let copy = bed.scratch("copy.sqlite")
            try FileManager.default.copyItem(atPath: log, toPath: copy)
            try await bed.start()
            let box = try await bed.outguide("container", "add", "--parent", shelf, "--quiet").answer
            try await bed.stop()
            try Self.replace(log, by: copy)

            try await bed.start()
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "degraded")
            #expect((status["logTrouble"] as? String)?.contains("witnesses 3 entries") == true)
            let found = try await bed.outguide("where", shelf)
            // What is answered all the same is told for what it is, to programs too.
            #expect(found.status == 6, "\(found.errors)")
            #expect(found.errors.contains("outguided does not trust its log"))
            for format in ["--json", "--quiet"] {
                let told = try await bed.outguide("where", shelf, format)
                #expect(told.status == 6)
                #expect(told.errors.contains("outguided does not trust its log"), "\(format)")
            }
            #expect(try await bed.outguide("where", box).status == 3)
            let refused = try await bed.outguide("container", "add")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("closed to writing"))
        }
    }

    @Test func aBundleFromTheDaemonConvincesTheIndependentVerifier() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--title", "Smith", "--parent", shelf, "--quiet")
                .answer
            let bundle = bed.scratch("bundle.json")
            try await Self.fetch("/v1/log/proofs/2", from: bed, to: bundle)
            let members = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: bundle)))
            let key = try #require((members as? [String: Any])?["verifierKey"] as? String)
            let proven = try await Self.verify(bundle, key: key)
            #expect(proven.status == 0, "\(proven.output)\(proven.errors)")
            #expect(try String(contentsOfFile: bundle, encoding: .utf8).contains("Smith"))

            // Nobody can change what it says.
            let text = try String(contentsOfFile: bundle, encoding: .utf8)
            let forged = bed.scratch("forged.json")
            try text.replacing("Smith", with: "Jones").write(toFile: forged, atomically: true, encoding: .utf8)
            #expect(try await Self.verify(forged, key: key).status == 1)
            #expect(try await bed.outguide("where", box).status == 0)
        }
    }

    /// What the daemon wrote of moves, late words and corrections of corrections agrees with the rules of the page.
    @Test func aLogIsReadByThePageAlone() async throws {
        try await DaemonBed.with { bed in
            let shelves = [
                try await bed.outguide("location", "add", "--name", "A", "--quiet").answer,
                try await bed.outguide("location", "add", "--name", "B", "--quiet").answer,
                try await bed.outguide("location", "add", "--name", "C", "--quiet").answer,
            ]
            let clerk = try await bed.outguide("custodian", "add", "--name", "Clerk", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--title", "Box", "--quiet").answer
            for place in [shelves[0], shelves[1], clerk, shelves[0]] {
                #expect(try await bed.outguide("move", box, "--to", place).status == 0)
            }
            let day = "2020-01-31T13:45:00Z"
            let told = try await bed.outguide(
                "move",
                box,
                "--to",
                shelves[2],
                "--occurred-at",
                day,
                "--reason",
                "late"
            )
            #expect(told.status == 0, "\(told.errors)")
            var entry = "9"
            for turn in 0..<4 {
                let corrected = try await bed.outguide("log", "correct", entry, "--reason", "turn", "--quiet")
                #expect(corrected.status == 0, "\(corrected.errors)")
                entry = corrected.answer
                let place = turn % 2 == 0 ? shelves[1] : shelves[2]
                #expect(try await bed.outguide("move", box, "--to", place).status == 0)
            }
            let key = try await bed.outguide("log", "key", "--quiet").answer
            let directory = bed.scratch("export")
            #expect(try await bed.outguide("log", "export", directory).status == 0)
            let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Verifier/verify.py")
            let read = try await ChildRun.of(
                "/usr/bin/python3",
                ["-I", script.path(), "tiles", "--key", key, directory]
            )
            #expect(read.status == 0, "\(read.output)")
            #expect(try await bed.outguide("log", "verify").status == 0)
            #expect(try await bed.outguide("log", "verify", "--export", directory, "--key", key).status == 0)
        }
    }

    private static func replace(_ log: String, by copy: String) throws {
        let manager = FileManager.default
        for suffix in ["", "-wal", "-shm"] where manager.fileExists(atPath: log + suffix) {
            try manager.removeItem(atPath: log + suffix)
        }
        try manager.moveItem(atPath: copy, toPath: log)
    }

    private static func fetch(_ path: String, from bed: DaemonBed, to file: String) async throws {
        let run = try await ChildRun.of(
            "/usr/bin/curl",
            ["-sSf", "--unix-socket", bed.socket, "-o", file, "http://localhost" + path]
        )
        try #require(run.status == 0, "\(run.errors)")
    }

    private static func verify(_ bundle: String, key: String) async throws -> ChildRun {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Verifier/verify.py")
        return try await ChildRun.of("/usr/bin/python3", ["-I", script.path(), "bundle", "--key", key, bundle])
    }
}

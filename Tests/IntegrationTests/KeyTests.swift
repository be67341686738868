import Foundation
import TestSupport
import Testing

/// The key that signs the log, and what outsiders do with it.
@Suite struct KeyTests {
    @Test func anExportConvincesTheIndependentVerifierBeforeAndAfterAChangeOfKeys() async throws {
        try await DaemonBed.with { bed in
            for name in ["North", "South", "East"] {
                #expect(try await bed.outguide("location", "add", "--name", name).status == 0)
            }
            let old = try await bed.outguide("log", "key", "--quiet").answer
            let directory = bed.scratch("export")
            #expect(try await bed.outguide("log", "export", directory).status == 0)
            #expect(try await Self.check(directory, key: old).status == 0)

            let new = try await bed.outguide("log", "key", "change", "--reason", "new server", "--quiet").answer
            #expect(new != old)
            // The first checkpoint under the new key convinces those who know only the old one.
            #expect(try await bed.outguide("log", "export", directory).status == 0)
            #expect(try await Self.check(directory, key: old).status == 0)
            #expect(try await Self.check(directory, key: new).status == 0)
            #expect(try await bed.outguide("location", "add", "--name", "last").status == 0)
            #expect(try await bed.outguide("log", "export", directory).status == 0)
            #expect(try await Self.check(directory, key: old).status == 1)
            #expect(try await Self.check(directory, key: new).status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func aLostKeyIsReplacedOnlyWhenSomebodySaysSo() async throws {
        try await DaemonBed.with { bed in
            #expect(try await bed.outguide("location", "add", "--name", "Shelf").status == 0)
            let old = try await bed.outguide("log", "key", "--quiet").answer
            try await bed.stop()
            try FileManager.default.removeItem(atPath: bed.stateDirectory + "/checkpoint.key")
            try await bed.start()
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "degraded")
            #expect((status["logTrouble"] as? String)?.contains("checkpoint.key") == true, "\(status)")
            #expect(try await bed.outguide("container", "add").status == 1)

            let changed = try #require(
                try await bed.json("log", "key", "change", "--reason", "lost") as? [String: Any]
            )
            #expect(changed["formerKeys"] as? [String] == [old])
            #expect(try await bed.outguide("container", "add").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    private static func check(_ directory: String, key: String) async throws -> ChildRun {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Verifier/verify.py")
        return try await ChildRun.of("/usr/bin/python3", ["-I", script.path(), "tiles", "--key", key, directory])
    }
}

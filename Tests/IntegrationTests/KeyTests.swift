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
            // So do all later ones, by the checkpoint that both keys signed.
            #expect(try await Self.check(directory, key: old).status == 0)
            #expect(try await Self.check(directory, key: new).status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
            for key in [old, new] {
                #expect(try await bed.outguide("log", "verify", "--export", directory, "--key", key).status == 0)
            }
            let bundle = bed.scratch("last.json")
            #expect(try await bed.outguide("log", "proof", "5", "--output", bundle).status == 0)
            #expect(try await bed.outguide("log", "verify", "--bundle", bundle, "--key", old).status == 0)

            // What was damaged is fetched again; another key, or a hash that lies, is seen.
            for path in ["tile/0/000.p/5", "tile/entries/000.p/5"] {
                let file = URL(filePath: directory + "/" + path)
                let sound = try Data(contentsOf: file)
                var bytes = sound
                bytes[40] ^= 1
                try bytes.write(to: file)
                #expect(try await bed.outguide("log", "verify", "--export", directory, "--key", new).status == 1)
                #expect(try await bed.outguide("log", "export", directory).status == 0)
                #expect(try Data(contentsOf: file) == sound)
                #expect(try await bed.outguide("log", "verify", "--export", directory, "--key", new).status == 0)
            }
            let stranger = "outguide.example/archive+3c4a5932+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
            #expect(try await bed.outguide("log", "verify", "--export", directory, "--key", stranger).status == 1)
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

import Foundation
import TestSupport
import Testing

/// Later words, from the command line to the log and back.
@Suite struct CorrectionTests {
    @Test func aMoveIsCorrectedAndTheLogVerifies() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let desk = try await bed.outguide("location", "add", "--name", "Desk", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--parent", shelf, "--quiet").answer
            let wrong = try await bed.json("move", box, "--to", desk) as? [[String: Any]]
            let entry = try #require(wrong?.first?["entry"] as? Int)
            let corrected = try await bed.outguide("log", "correct", String(entry), "--reason", "wrong box")
            #expect(corrected.status == 0, "\(corrected.errors)")
            let found = try #require(try await bed.json("where", box) as? [String: Any])
            #expect((found["placement"] as? [String: Any])?["barcode"] as? String == shelf)
            let history = try #require(try await bed.json("history", box) as? [[String: Any]])
            #expect(history.map { $0["voidedBy"] as? Int } == [nil, entry + 1, nil, nil])
            #expect(try await bed.outguide("log", "correct", String(entry), "--reason", "again").status == 4)
            #expect(try await bed.outguide("log", "verify").status == 0)
            #expect(try await bed.outguide("log", "rebuild").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func whoAsksForAnExpungementDoesNotCarryItOut() async throws {
        try await DaemonBed.with { bed in
            let folder = try await bed.outguide("item", "add", "--title", "Doe", "--quiet").answer
            let early = try await bed.outguide("item", "expunge", folder, "--approve")
            #expect(early.status == 1)
            let asked = try await bed.outguide("item", "expunge", folder, "--order", "A 1", "--reason", "order")
            #expect(asked.status == 0, "\(asked.errors)")
            let alone = try await bed.outguide("item", "expunge", folder, "--approve")
            #expect(alone.status == 1)
            #expect(alone.errors.contains("somebody else"))
        }
    }

    @Test func whereTheSiteAllowsItOnePersonExpunges() async throws {
        try await DaemonBed.with(configuration: "onePrincipalExpunges: true") { bed in
            let folder = try await bed.outguide("item", "add", "--title", "Jane Doe", "--quiet").answer
            _ = try await bed.outguide("item", "expunge", folder, "--order", "A 1", "--reason", "order")
            let done = try await bed.outguide("item", "expunge", folder, "--approve")
            #expect(done.status == 0, "\(done.errors)")
            let shown = try #require(try await bed.json("item", "show", folder) as? [String: Any])
            #expect(shown["title"] is NSNull)
            #expect(try await bed.outguide("log", "verify").status == 0)
            let bytes = try Data(contentsOf: URL(filePath: bed.stateDirectory + "/transfer.log.sqlite"))
            #expect(bytes.range(of: Data("Jane Doe".utf8)) == nil)
        }
    }

    /// The number goes with the texts, and whoever approved is told that it is done.
    @Test func aThingWithANumberOfItsOwnIsExpungedUnderIt() async throws {
        try await DaemonBed.with(configuration: "onePrincipalExpunges: true") { bed in
            let number = "26-CV-1147"
            let added = try await bed.outguide("item", "add", "--title", "Jane Doe", "--barcode", number)
            #expect(added.status == 0, "\(added.errors)")
            _ = try await bed.outguide("item", "expunge", number, "--order", "A 1", "--reason", "order")
            let done = try await bed.outguide("item", "expunge", number, "--approve")
            #expect(done.status == 0, "\(done.errors)")
            #expect(try await bed.outguide("item", "show", number).status == 3)
        }
    }
}

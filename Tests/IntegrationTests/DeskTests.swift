import Foundation
import TestSupport
import Testing

/// A clerk's five minutes, with the real daemon and the real command line.
@Suite struct DeskTests {
    @Test func shelfThenBoxAndStillThereAfterACrash() async throws {
        try await DaemonBed.with { bed in
            let room = try await bed.outguide("location", "add", "--name", "Room 1", "--quiet").answer
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf 3", "--parent", room, "--quiet")
                .answer
            let box = "BX000000050N"
            #expect(shelf.count == 12)
            let scanned = try await bed.outguide("scan", input: "\(shelf)\r\n\(box)\r\n")
            #expect(scanned.status == 0)
            #expect(scanned.lines.count == 2)
            #expect(scanned.lines.last?.contains("new box \(box) → Shelf 3 · Room 1") == true)

            let before = try #require(try await bed.json("where", box) as? [String: Any])
            #expect(before["barcode"] as? String == box)
            #expect(before["kind"] as? String == "box")
            #expect(before["seen"] as? String == "direct")
            let placement = try #require(before["placement"] as? [String: Any])
            #expect(placement["kind"] as? String == "location")
            #expect(placement["barcode"] as? String == shelf)
            #expect(placement["path"] as? [String] == ["Room 1", "Shelf 3"])

            try await bed.kill()
            try await bed.start()
            let after = try #require(try await bed.json("where", box) as? NSDictionary)
            #expect(after == before as NSDictionary)

            let history = try #require(try await bed.json("history", box) as? [[String: Any]])
            #expect(history.map { $0["kind"] as? String } == ["relocated", "registered"])
            #expect(history.first?["principal"] as? String == "uid:\(getuid())")
            #expect((history.first?["to"] as? [String: Any])?["barcode"] as? String == shelf)
            let contents = try await bed.outguide("contents", shelf, "--quiet")
            #expect(contents.answer == box)
        }
    }

    @Test func refusedReadingsAreToldAndExitWithOne() async throws {
        try await DaemonBed.with { bed in
            let run = try await bed.outguide("scan", input: "LC0000000992\nnobody's\n\nBX0000000014\n")
            #expect(run.status == 1)
            #expect(run.lines.count == 3)
            #expect(run.lines.allSatisfy { $0.contains("cannot ") || $0.contains("nowhere yet") })
        }
    }

    @Test func exitCodesSayWhatWentWrong() async throws {
        try await DaemonBed.with { bed in
            #expect(try await bed.outguide("where", "BX0000000014").status == 3)
            #expect(try await bed.outguide("where", "BX0000000015").status == 64)
            let own = try await bed.outguide("container", "add", "--barcode", "K-1", "--quiet")
            #expect(own.answer == "K-1")
            #expect(try await bed.outguide("container", "add", "--barcode", "K-1").status == 4)
            #expect(try await bed.outguide("location", "add").status == 64)
            #expect(try await bed.outguide("move", "K-1", "--to", "K-1").status == 1)
            try await bed.stop()
            let away = try await bed.outguide("where", "K-1")
            #expect(away.status == 69)
            #expect(away.errors.contains("cannot reach outguided"))
        }
    }

    @Test func aSecondDaemonIsRefusedAndTheFirstGoesOn() async throws {
        try await DaemonBed.with { bed in
            let path = try BuiltProduct.path(of: "outguided")
            let same = try await ChildRun.of(path, ["--state-dir", bed.stateDirectory])
            #expect(same.status == 75)
            #expect(same.errors.contains("another outguided (process \(bed.processIdentifier ?? 0))"))
            let socket = try await ChildRun.of(
                path,
                ["--state-dir", bed.scratch("other"), "--socket", bed.socket]
            )
            #expect(socket.status == 75)
            #expect(try await bed.outguide("status").status == 0)
        }
    }

    @Test func stoppingIsQuickAndClean() async throws {
        try await DaemonBed.with { bed in
            #expect(try await bed.stop() == 0)
            try await bed.start()
            #expect(try await bed.outguide("status").status == 0)
        }
    }

    @Test func theStateIsForTheDaemonAlone() async throws {
        try await DaemonBed.with { bed in
            let manager = FileManager.default
            let names = try manager.contentsOfDirectory(atPath: bed.stateDirectory)
            #expect(names.contains("transfer.log.sqlite"))
            for path in [bed.stateDirectory] + names.map({ bed.stateDirectory + "/" + $0 }) {
                let mode = try #require(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(path) is open to others")
            }
        }
    }
}

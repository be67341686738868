import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// What somebody does to the tables while the daemon does not run is not told as the truth, and decides nothing.
@Suite(.timeLimit(.minutes(3))) struct TouchedLogTests {
    private static let verifying = "verifying all of the log"

    /// Has another program change rows of the log, past the triggers that keep them.
    private func alter(_ bed: DaemonBed, _ sql: String) async throws {
        let script = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in triggers: database.execute(f"DROP TRIGGER {name}")
            count = database.execute(sys.argv[2]).rowcount
            for _, sql in triggers: database.execute(sql)
            database.commit()
            sys.exit(count < 1)
            """
        let arguments = ["-c", script, bed.stateDirectory + "/transfer.log.sqlite", sql]
        let altered = try await ChildRun.of("/usr/bin/python3", arguments)
        try #require(altered.status == 0, "\(altered.errors)")
    }

    @Test(arguments: [
        "DELETE FROM restriction", "DELETE FROM hold", "DELETE FROM placement",
        "DELETE FROM history WHERE kind IS NOT NULL",
        "UPDATE record SET titleEntry = NULL", "DELETE FROM loan",
        "UPDATE placement SET place = (SELECT min(id) FROM record), entry = (SELECT min(entry) FROM placement)",
    ])
    func aRowThatWasTouchedClosesTheLog(sql: String) async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let clerk = try await bed.outguide("custodian", "add", "--name", "Clerk", "--quiet").answer
            let things = [
                try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer,
                try await bed.outguide("item", "add", "--title", "Jones", "--quiet").answer,
                try await bed.outguide("item", "add", "--title", "Roe", "--quiet").answer,
            ]
            for thing in things { #expect(try await bed.outguide("move", thing, "--to", shelf).status == 0) }
            #expect(try await bed.outguide("charge-out", things[1], "--to", clerk).status == 0)
            #expect(try await bed.outguide("hold", "place", things[0], "--order", "26-CV-1").status == 0)
            #expect(try await bed.outguide("item", "restrict", things[0], "--reason", "juvenile").status == 0)
            #expect(try await bed.stop() == 0)
            try await alter(bed, sql)

            try await bed.start()
            let client = DaemonClient(socketPath: bed.socket)
            let status = try await client.ask(API.Status.show)
            #expect(status.state == "degraded")
            #expect(status.logTrouble?.contains("outguide log rebuild") == true, "\(status.logTrouble ?? "")")
            await client.close()
            // It is told for what it is, and whatever is kept from others is not told at all.
            #expect(try await bed.outguide("where", things[2]).status != 0)
            #expect(try await bed.outguide("where", things[0]).status == 1)
            let refused = try await bed.outguide("move", things[0], "--dispose", "--reason", "old")
            #expect(refused.status == 1 && refused.errors.contains("closed to writing"), "\(refused.errors)")
            #expect(try await bed.outguide("log", "rebuild").status == 0)
            let found = try await bed.outguide("where", things[0])
            #expect(found.status == 0 && found.output.contains("Shelf"), "\(found.output)\(found.errors)")
        }
    }

    @Test func aLogThatWasClosedGoesOnAtOnceAndOneThatWasNotAfterItWasVerified() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            #expect(try await bed.stop() == 0)
            try await bed.start()
            let box = try await bed.outguide("container", "add", "--quiet").answer
            #expect(!bed.said.contains(Self.verifying))
            try await bed.kill()
            try await bed.start()
            #expect(try await bed.outguide("move", box, "--to", shelf).status == 0)
            #expect(bed.said.contains(Self.verifying))
            #expect(bed.said.contains("the log is verified"))
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "ready")
        }
    }

    /// What was read, and who looked, is committed to before the daemon stops.
    @Test(arguments: [
        ("UPDATE reading SET bytes = CAST('forged' AS BLOB) WHERE number = 1", "reading 1 is not what was recorded"),
        ("DELETE FROM access WHERE number = 1", "row 1 of the record of access is gone"),
    ])
    func aReadingOrALookThatWasTouchedClosesTheLog(sql: String, words: String) async throws {
        try await DaemonBed.with { bed in
            let item = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            #expect(try await bed.outguide("item", "restrict", item, "--reason", "juvenile").status == 0)
            #expect(try await bed.outguide("where", item).status == 0)
            _ = try await bed.outguide("scan", "--station", "desk", input: item + "\n")
            #expect(try await bed.stop() == 0)
            try await alter(bed, sql)
            try await bed.start()
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["state"] as? String == "degraded")
            #expect((status["logTrouble"] as? String)?.contains(words) == true, "\(status)")
            let found = try await bed.outguide("log", "verify")
            #expect(found.status == 1 && found.output.contains(words), "\(found.output)\(found.errors)")
        }
    }

    /// Nobody has asked for anything, and still nobody is told for long what another program wrote.
    @Test func anIdleDaemonNoticesAnotherWriter() async throws {
        try await DaemonBed.with { bed in
            _ = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet")
            try await alter(bed, "DELETE FROM barcode")
            try await bed.hasSaid("another program wrote into its database")
        }
    }
}

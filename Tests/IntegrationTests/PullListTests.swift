import Foundation
import TestSupport
import Testing

/// Fetching things with a list, from the command line and at a station, with the real daemon.
@Suite struct PullListTests {
    private struct Archive {
        let bed: DaemonBed
        let ann: String
        let items: [String]

        func scan(_ codes: String...) async throws -> ChildRun {
            try await bed.outguide("scan", "--station", "desk", input: codes.joined(separator: "\n") + "\n")
        }
    }

    /// Three folders, of which the second lies on the first shelf of the walk.
    private func with(_ body: (Archive) async throws -> Void) async throws {
        try await DaemonBed.with(configuration: "loans:\n  days: 10\n") { bed in
            var shelves: [String] = []
            for name in ["Shelf 10", "Shelf 9"] {
                shelves.append(try await bed.outguide("location", "add", "--name", name, "--quiet").answer)
            }
            let ann = try await bed.outguide("custodian", "add", "--name", "Ann", "--quiet").answer
            var items: [String] = []
            for (index, title) in ["Smith", "Jones", "Roe"].enumerated() {
                let shelf = shelves[index % 2]
                let item = try await bed.outguide("item", "add", "--title", title, "--parent", shelf, "--quiet")
                items.append(item.answer)
            }
            try await body(Archive(bed: bed, ann: ann, items: items))
        }
    }

    /// On the paper as on the screen: where to look, and that nobody knows.
    @Test func aHomeIsNamedWhereNoPlaceIsKnown() async throws {
        try await with { archive in
            let bed = archive.bed
            let hall = try await bed.outguide("location", "add", "--name", "Town hall", "--quiet").answer
            let home = try await bed.outguide("location", "add", "--name", "Shelf 4", "--parent", hall, "--quiet")
                .answer
            let lost = try await bed.outguide("item", "add", "--title", "Doe", "--home", home, "--quiet").answer
            let nowhere = try await bed.outguide("item", "add", "--title", "Poe", "--quiet").answer
            let made = try await bed.outguide("pull-list", "new", lost, nowhere)
            #expect(made.output.contains("\(lost) (Doe)  no known place, home Town hall › Shelf 4"), "\(made.output)")
            #expect(made.output.contains("\(nowhere) (Poe)  no known place"))
            let page = bed.scratch("list.pdf")
            let printed = try await bed.outguide("pull-list", "print", "PL0000000010", "--to-file", page)
            #expect(printed.status == 0, "\(printed.errors)")
            let text = try await ChildRun.of("/usr/bin/pdftotext", ["-layout", page, "-"]).output
                .replacing("\u{A0}", with: " ")
            #expect(text.contains("no known place; home: Town hall › Shelf 4"), "\(text)")
            #expect(text.ranges(of: "no known place").count == 2)
        }
    }

    @Test func aListIsMadePrintedAndWalked() async throws {
        try await with { archive in
            let (bed, items) = (archive.bed, archive.items)
            let made = try await bed.outguide(
                "pull-list",
                "new",
                items[0],
                items[1],
                "--for",
                archive.ann,
                "--due",
                "2199-12-01",
                "--reason",
                "hearing"
            )
            #expect(made.status == 0, "\(made.errors)")
            let list = "PL0000000010"
            #expect(made.lines.first == "\(list)  open  0 of 2 pulled")
            #expect(made.lines[1].contains("\(items[1]) (Jones)  Shelf 9  for Ann by 2199-12-01 23:59 UTC hearing"))
            #expect(try await bed.outguide("pull-list", "add", list, items[2], "--quiet").answer == list)
            #expect(try await bed.outguide("pull-list", "new", items[2]).status == 4)

            // What is printed reads back, the list first, then the walk.
            let page = bed.scratch("list.png")
            let printed = try await bed.outguide("pull-list", "print", list, "--to-file", page)
            #expect(printed.status == 0, "\(printed.errors)")
            let decoded = try await bed.outguide("decode", page, "--quiet")
            #expect(Set(decoded.lines) == Set([list] + items))

            let walked = try await archive.scan(list, items[1], items[0])
            #expect(walked.status == 0, "\(walked.output)")
            #expect(walked.lines[0].contains("0 of 3; left: \(items[1]) at Shelf 9, "))
            #expect(walked.lines[1].hasSuffix("(Jones) is pulled for Ann, 1 of 3"))
            let stray = try await bed.outguide("item", "add", "--quiet").answer
            let refused = try await archive.scan(stray)
            #expect(refused.status == 1)
            #expect(refused.output.contains("it is not on \(list)"))
            // In the middle of the walk the daemon is killed.
            try await bed.kill()
            try await bed.start()
            let shown = try #require(try await bed.json("station", "show", "desk") as? [String: Any])
            let context = try #require(shown["context"] as? [String: Any])
            #expect(context["state"] as? String == "pulling")
            #expect(context["barcode"] as? String == list)
            #expect(context["counted"] as? Int == 2 && context["expected"] as? Int == 3)
            let ended = try await archive.scan("CT0000000180", items[2], "CT0000000091")
            #expect(ended.output.contains("(Roe) is noted as not found, 2 of 3"), "\(ended.output)")
            #expect(ended.lines.last?.contains("2 of 3, 1 not found") == true)

            let things = try #require(try await bed.json("pull-list", "show", list) as? [String: Any])
            #expect((things["list"] as? [String: Any])?["state"] as? String == "done")
            let states = (things["things"] as? [[String: Any]])?.map { $0["state"] as? String }
            #expect(states == ["not-found", "pulled", "pulled"])
            #expect(try await bed.outguide("pull-list", "list").output.isEmpty)
            #expect(try await bed.outguide("pull-list", "list", "--all", "--quiet").answer == list)
            #expect(try await bed.outguide("pull-list", "print", list, "--to-file", page).status == 4)
            // At the counter, later.
            #expect(try await bed.outguide("overdue", "--transit", "--all", "--quiet").lines.count == 2)
            let taken = try await archive.scan(archive.ann, items[0])
            #expect(taken.output.contains("→ Ann · due"))
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func theCommandLineWalksAListToo() async throws {
        try await with { archive in
            let (bed, items) = (archive.bed, archive.items)
            let made = try await bed.outguide("pull-list", "new", items[0], items[1], items[2], "--quiet")
            let list = made.answer
            let pulled = try await bed.outguide("pull-list", "pull", list, items[0])
            #expect(pulled.output.contains("dispatched"))
            #expect(try await bed.outguide("pull-list", "pull", list, items[0]).status == 4)
            let missed = try await bed.outguide("pull-list", "not-found", list, items[1])
            #expect(missed.lines.first == "\(list)  open  1 of 3 pulled, 1 not found")
            let cancelled = try await bed.outguide("pull-list", "cancel", list)
            #expect(cancelled.lines.first == "\(list)  cancelled  1 of 3 pulled, 1 not found")
            let late = try await bed.outguide("pull-list", "pull", list, items[2])
            #expect(late.status == 4)
            #expect(late.errors.contains("it was cancelled"))
            #expect(try await bed.outguide("pull-list", "show", "PL000000002Y").status == 3)
            let kinds = try #require(try await bed.json("history", items[1]) as? [[String: Any]])
            #expect(kinds.compactMap { $0["kind"] as? String }.prefix(2) == ["not-found", "wanted"])
            #expect(try await bed.outguide("log", "rebuild").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }
}

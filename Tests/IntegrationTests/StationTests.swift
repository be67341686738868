import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Clerks at stations, with the real daemon and the real command line.
@Suite struct StationTests {
    static let configuration = """
        loans:
          days: 10
          limit: 5
        stations:
          - name: returns
            location: LC000000001H
            returns: true
        functionCodes:
          "*FILE*": into
        """

    @Test func aContextOutlivesTheDaemon() async throws {
        try await DaemonBed.with(configuration: Self.configuration) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Counter", "--quiet").answer
            let clerk = try await bed.outguide("custodian", "add", "--name", "Kim", "--kind", "clerk", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let first = try await bed.outguide("scan", "--station", "desk", input: "\(clerk)\n*FILE*\n\(box)\n")
            #expect(first.status == 0)
            // In the middle of filling a box.
            try await bed.kill()
            try await bed.start()
            let shown = try #require(try await bed.json("station", "show", "desk") as? [String: Any])
            #expect((shown["clerk"] as? [String: Any])?["name"] as? String == "Kim")
            let context = try #require(shown["context"] as? [String: Any])
            #expect(context["state"] as? String == "into")
            #expect(context["barcode"] as? String == box)
            #expect(
                (shown["readings"] as? [[String: Any]])?.map { $0["kind"] as? String } == [
                    "opened", "armed", "signed-in",
                ]
            )
            let folder = "FD000000050R"
            let second = try await bed.outguide("scan", "--station", "desk", input: "\(folder)\n")
            #expect(second.output.contains("→"), "\(second.output)\(second.errors)")
            let contents = try await bed.outguide("contents", box, "--quiet")
            #expect(contents.lines.count == 1)
            let history = try #require(try await bed.json("history", contents.answer) as? [[String: Any]])
            #expect((history.first?["principal"] as? String)?.hasPrefix("custodian:") == true)
            let list = try await bed.outguide("station", "list", "--quiet")
            #expect(list.lines == ["desk", "returns"])
            #expect(try await bed.outguide("station", "end", "desk").status == 0)
            let ended = try #require(try await bed.json("station", "show", "desk") as? [String: Any])
            #expect((ended["context"] as? [String: Any])?["state"] as? String == "closed")
            #expect(ended["clerk"] is NSNull)
            #expect(shelf == "LC000000001H")
        }
    }

    @Test func theCommandLineDoesWhatAStationDoes() async throws {
        try await DaemonBed.with(configuration: Self.configuration) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Counter", "--quiet").answer
            let home = try await bed.outguide("location", "add", "--name", "Shelf 3", "--quiet").answer
            let ann = try await bed.outguide("custodian", "add", "--name", "Ann", "--quiet").answer
            let bob = try await bed.outguide("custodian", "add", "--name", "Bob", "--quiet").answer
            let item = try await bed.outguide(
                "item",
                "add",
                "--title",
                "Smith",
                "--home",
                home,
                "--parent",
                home,
                "--quiet"
            ).answer
            #expect(try await bed.outguide("checkout", item, "--to", ann, "--due", "2020-01-01").status == 64)
            let out = try await bed.outguide("charge-out", item, "--to", ann)
            #expect(out.output.contains("charged-out"))
            let found = try await bed.outguide("where", item)
            #expect(found.output.contains("is with  Ann"))
            #expect(found.output.contains("due"))
            #expect(try await bed.outguide("overdue").output.isEmpty)
            #expect(try await bed.outguide("overdue", "--all", "--quiet").answer == item)
            let other = try await bed.outguide("charge-out", item, "--to", bob)
            #expect(other.status == 1)
            #expect(other.errors.contains("Ann has it"))
            // On the same day the terms give no later day, so that nothing is used up.
            #expect(try await bed.outguide("renew", item).status == 1)
            let renewed = try await bed.outguide("renew", item, "--due", "2099-12-31")
            #expect(renewed.output.contains("Ann"), "\(renewed.errors)")
            #expect(try await bed.outguide("hand-over", item, "--from", ann, "--to", bob, "--release").status == 0)
            #expect(try await bed.outguide("overdue", "--transit", "--all", "--quiet").answer == item)
            #expect(try await bed.outguide("hand-over", item, "--to", bob, "--accept").output.contains("handed-over"))
            // The same at the desk where things are returned, then with words.
            let back = try await bed.outguide("scan", "--station", "returns", input: "\(item)\n\(home)\n")
            #expect(back.lines.first?.contains("is back from Bob") == true)
            #expect(back.lines.last?.contains("→ Shelf 3") == true)
            #expect(try await bed.outguide("charge-out", item, "--to", ann).status == 0)
            #expect(try await bed.outguide("checkin", item, "--to", shelf).output.contains("returned"))
            #expect(try await bed.outguide("refile", item).output.contains("refiled"))
            let hold = try await bed.outguide("hold", "place", item, "--order", "26-CV-1", "--quiet").answer
            #expect(try await bed.outguide("charge-out", item, "--to", ann).status == 1)
            #expect(try await bed.outguide("hold", "list", "--quiet").answer == hold)
            #expect(try await bed.outguide("hold", "release", hold, "--reason", "over").status == 0)
            let crate = try await bed.outguide("container", "add", "--quiet").answer
            #expect(try await bed.outguide("move", item, "--to", crate).status == 0)
            func byOrder(_ verb: String) async throws -> ChildRun {
                try await bed.outguide("item", verb, item, "--order", "26-CR-7", "--reason", "by order")
            }
            let sealed = try await byOrder("seal")
            #expect(sealed.status == 0, "\(sealed.errors)")
            #expect(try await bed.outguide("charge-out", crate, "--to", ann).errors.contains("it is sealed"))
            #expect(try await bed.outguide("item", "show", item).output.contains("by order 26-CR-7"))
            #expect(try await byOrder("unseal").status == 0)
            #expect(try await byOrder("unseal").errors.contains("it is not sealed"))
            #expect(try await bed.outguide("move", item, "--to", home).status == 0)
            #expect(try await bed.outguide("location", "change", home, "--closed", "--capacity", "3").status == 0)
            let box = try await bed.outguide("container", "add", "--quiet").answer
            #expect(try await bed.outguide("move", box, "--to", home).errors.contains("is closed"))
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func contentsAreVerified() async throws {
        try await DaemonBed.with { bed in
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            var items: [String] = []
            for _ in 0..<3 {
                items.append(try await bed.outguide("item", "add", "--parent", box, "--quiet").answer)
            }
            let extra = try await bed.outguide("item", "add", "--parent", shelf, "--quiet").answer
            let input = "\(items[0])\n\(items[1])\n\(extra)\nnobody's\n"
            let looked = try await bed.outguide("contents", box, "--verify", input: input)
            #expect(looked.status == 1)
            #expect(looked.output.contains("2 seen, 1 missing: \(items[2]), 1 extra: \(extra), 1 unknown: nobody's"))
            #expect(try await bed.outguide("contents", box, "--quiet").lines == items)
            let written = try await bed.outguide("contents", box, "--verify", "--yes", input: input)
            #expect(written.output.contains("written down"))
            #expect(try await bed.outguide("contents", box, "--quiet").lines == [items[0], items[1], extra])
            #expect(try await bed.outguide("where", items[2]).output.contains("unknown"))
            // Moved with its box it is implied, and the count says when it was seen itself.
            #expect(try await bed.outguide("move", box, "--to", shelf).status == 0)
            let found = try #require(try await bed.json("where", items[0]) as? [String: Any])
            #expect(found["seen"] as? String == "implied")
            #expect(try await bed.outguide("contents", box).output.contains("implied"))
            #expect(try await bed.outguide("contents", box, "--verify", "--yes", input: input).status == 0)
            let again = try #require(try await bed.json("where", items[0]) as? [String: Any])
            #expect(again["seen"] as? String == "direct")
        }
    }

    @Test(.timeLimit(.minutes(2))) func theSlipForTheEmptyPlaceIsPrinted() async throws {
        // The bed has no printer with slips: a site with nothing but labels uses those.
        let configuration = "outGuideSlip: box-100x50\nstations:\n  - name: desk\n    printer: box203\n"
        try await PrinterBed.with { printers in
            try await DaemonBed.with(configuration: configuration, environment: printers.environment) { bed in
                let ann = try await bed.outguide("custodian", "add", "--name", "Ann", "--quiet").answer
                let item = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
                #expect(try await bed.outguide("scan", "--station", "desk", input: "\(ann)\n\(item)\n").status == 0)
                let client = DaemonClient(socketPath: bed.socket)
                try await client.withEvents(after: 0) { events in
                    for try await event in events {
                        if case .entry(let entry) = event, entry.kind == "label-printed" { return }
                    }
                }
                await client.close()
                let document = try #require(try printers.documents(at: "box203").last)
                let page = bed.scratch("page")
                let drawn = try await ChildRun.of(
                    "/usr/bin/pdftoppm",
                    ["-r", "203", "-mono", "-singlefile", document, page]
                )
                #expect(drawn.status == 0)
                let read = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", page + ".pbm"])
                #expect(read.answer == item)
            }
        }
    }
}

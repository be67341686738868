import Foundation
import TestSupport
import Testing

/// Every list on the command line says when it is cut, and of how many rows.
@Suite struct ListCommandTests {
    /// Commands that list at least two rows of ``with(_:)``.
    private static let commands: [[String]] = [
        ["item", "list"], ["container", "list"], ["location", "list"], ["custodian", "list"], ["station", "list"],
        ["history", "ITEM"], ["contents", "SHELF"], ["search", "smith"], ["reading", "list"],
        ["overdue", "--all"], ["overdue", "--transit", "--all"], ["hold", "list"], ["pull-list", "list"],
        ["label", "template", "list"],
    ]

    /// Lists that are empty here, and must not say that they are cut.
    private static let empty: [[String]] = [
        ["overdue"], ["document", "list"], ["document", "quarantine"], ["label", "pending"],
        ["label", "batch", "list"],
        ["label", "sheet", "list"], ["supplies", "list"],
    ]

    private static func run(_ bed: DaemonBed, _ words: [String], input: String = "") async throws -> ChildRun {
        try await ChildRun.of(
            try BuiltProduct.path(of: "outguide"),
            words,
            environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"],
            input: input
        )
    }

    /// A daemon with at least two rows in most lists; `body` is given the words of commands with barcodes in their place.
    private static func with(_ body: (DaemonBed, ([String]) -> [String]) async throws -> Void) async throws {
        try await DaemonBed.with { bed in
            func done(_ words: String..., input: String = "") async throws -> String {
                let run = try await Self.run(bed, words + ["--quiet"], input: input)
                #expect(run.status == 0, "\(words): \(run.errors)")
                return run.answer
            }
            let shelf = try await done("location", "add", "--name", "Shelf 1")
            _ = try await done("location", "add", "--name", "Shelf 2")
            let judge = try await done("custodian", "add", "--name", "Judge A")
            _ = try await done("custodian", "add", "--name", "Judge B")
            for title in ["Box 1", "Box 2"] {
                _ = try await done("container", "add", "--title", title, "--parent", shelf)
            }
            var items: [String] = []
            for number in 1...6 { items.append(try await done("item", "add", "--title", "Smith \(number)")) }
            _ = try await done("charge-out", items[1], items[2], "--to", judge)
            _ = try await done("move", items[3], items[4], "--in-transit")
            for station in ["one", "two"] { _ = try await done("scan", "--station", station, input: shelf + "\n") }
            for item in [items[0], items[5]] {
                _ = try await done("hold", "place", item, "--order", "one")
                _ = try await done("pull-list", "new", item)
            }
            try await body(bed) { $0.map { $0.replacing("ITEM", with: items[0]).replacing("SHELF", with: shelf) } }
        }
    }

    @Test func aCutListSaysSoInEveryFormat() async throws {
        try await Self.with { bed, filled in
            for words in Self.commands {
                let json = try await Self.run(bed, filled(words) + ["--limit", "1", "--json"])
                let list = try #require(
                    try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any],
                    "\(words): \(json.output) \(json.errors)"
                )
                #expect(Set(list.keys) == ["complete", "items", "total"], "\(words)")
                #expect(list["complete"] as? Bool == false, "\(words): \(json.output)")
                #expect((list["items"] as? [Any])?.count == 1, "\(words)")
                let total = try #require(list["total"] as? Int, "\(words)")
                #expect(total > 1, "\(words)")
                #expect(json.errors == "" && json.status == 0)
                let remark = "1 of \(total) shown; --limit 0 shows all\n"
                let people = try await Self.run(bed, filled(words) + ["--limit", "1"])
                #expect(people.errors == remark, "\(words)")
                #expect(people.output.split(separator: "\n").count == 2, "\(words)")
                let quiet = try await Self.run(bed, filled(words) + ["--limit", "1", "--quiet"])
                #expect(quiet.errors == "outguide: " + remark && quiet.status == 0, "\(words)")
                #expect(quiet.output.split(separator: "\n").count == 1, "\(words)")
                let all = try await Self.run(bed, filled(words) + ["--limit", "0", "--json"])
                let whole = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [String: Any]
                #expect(whole?["complete"] as? Bool == true, "\(words)")
                #expect((whole?["items"] as? [Any])?.count == whole?["total"] as? Int, "\(words)")
                #expect(whole?["total"] as? Int == total, "\(words)")
            }
        }
    }

    @Test func anEmptyListIsComplete() async throws {
        try await Self.with { bed, filled in
            for words in Self.empty {
                let json = try await Self.run(bed, filled(words) + ["--limit", "1", "--json"])
                #expect(json.output == "{\"items\":[],\"complete\":true,\"total\":0}\n", "\(words)")
                let people = try await Self.run(bed, filled(words) + ["--limit", "1"])
                #expect(people.output == "" && !people.errors.contains("shown"), "\(words): \(people.errors)")
            }
        }
    }

    @Test func aLimitIsANumberOfRows() async throws {
        try await Self.with { bed, filled in
            for words in Self.commands + Self.empty {
                for limit in ["-1", "many"] {
                    let run = try await Self.run(bed, filled(words) + ["--limit", limit])
                    #expect(run.status == 64, "\(words)")
                }
            }
        }
    }
}

import Foundation
import TestSupport
import Vocabulary

/// What to run of each command: a command, or an option of one, for which nothing stands here is an error.
struct CommandCatalogue {
    struct Sample: Sendable {
        let arguments: [String]
        let input: String
        let changes: Bool
    }

    /// What the table below lacks, or has too much.
    struct Unforeseen: Error, CustomStringConvertible {
        let words: [String]
        var description: String { "the samples do not fit the command tree: \(words.joined(separator: ", "))" }
    }

    /// Options that choose how something is shown, or where the daemon is; nothing of a thing depends on them.
    private static let neutral: Set<String> = ["json", "quiet", "socket", "help", "version", "tones", "tone-device"]

    private let twins: TwinLogs
    private let document: Int64

    /// `document` is the number of a document that the audience may not know of.
    init(_ twins: TwinLogs, document: Int64) async throws {
        (self.twins, self.document) = (twins, document)
        let run = try await ChildRun.of(try BuiltProduct.path(of: "outguide"), ["--experimental-dump-help"])
        let tree = try JSONDecoder().decode(Tree.self, from: Data(run.outputBytes)).command
        var wrong: [String] = []
        let leaves = Dictionary(uniqueKeysWithValues: tree.leaves)
        for (words, options) in leaves {
            guard let samples = Self.samples[words] else {
                wrong.append(words)
                continue
            }
            let arguments = samples.flatMap { $0.split(separator: " ") }
            let used = Set(arguments.filter { $0.hasPrefix("--") }.map { $0.dropFirst(2) })
            for option in options.subtracting(Self.neutral) where !used.contains(Substring(option)) {
                wrong.append("\(words) --\(option)")
            }
        }
        wrong += Self.samples.keys.filter { leaves[$0] == nil }
        guard wrong.isEmpty else { throw Unforeseen(words: wrong.sorted()) }
    }

    /// All commands, those that only ask first.
    var commands: [String] {
        Self.samples.keys.sorted { (Self.changing.contains($0) ? 1 : 0, $0) < (Self.changing.contains($1) ? 1 : 0, $1) }
    }

    /// What to run of the command with these words.
    func samples(of words: String) throws -> [Sample] {
        try (Self.samples[words] ?? []).flatMap(expanded).map { line in
            let parts = "\(words) \(line)".components(separatedBy: " < ")
            return Sample(
                arguments: parts[0].split(separator: " ").map(String.init),
                input: parts.dropFirst().joined().split(separator: " ").map { $0 + "\n" }.joined(),
                changes: Self.changing.contains(words) && !line.contains("--to-file")
            )
        }
    }

    /// A line for each thing that stands for `{thing}`, with the values of all other names.
    private func expanded(_ line: String) throws -> [String] {
        let lines = line.contains("{thing}") ? Self.things.map { line.replacing("{thing}", with: "{\($0)}") } : [line]
        return try lines.map { line in
            try line.split(separator: " ").map { word in
                guard let name = word.firstMatch(of: /\{(\w+)\}/)?.1 else { return String(word) }
                return String(word).replacing("{\(name)}", with: try value(of: String(name)))
            }.joined(separator: " ")
        }
    }

    private func value(of name: String) throws -> String {
        switch name {
        case "past": return twins.now.advanced(bySeconds: -20).rfc3339
        case "future": return twins.now.advanced(bySeconds: 90_000).rfc3339
        case "document": return "\(document)"
        case "half": return "\(twins.entries / 2)"
        case "last": return "\(twins.entries)"
        case "reading": return "\(twins.readings)"
        default:
            guard let code = twins.codes[name] else { throw Unforeseen(words: ["{\(name)}"]) }
            return code
        }
    }

    private static let things = [
        "inner", "homeless", "survivor", "box", "zebra", "roeInBox", "cart", "lent", "wanted",
    ]

    private static let changing: Set<String> = [
        "charge-out", "container add", "container change", "custodian add", "custodian change", "document assign",
        "hand-over", "item add", "item change", "label alias", "label batch cancel", "label batch resume",
        "label controls", "label print", "label replace", "label sheet reset", "location add", "location change",
        "log checkpoint", "move", "printer calibrate", "printer test", "pull-list add", "pull-list cancel",
        "pull-list new", "pull-list not-found", "pull-list print", "pull-list pull", "pull-list remove", "refile",
        "renew", "return",
        "scan",
        "station end", "supplies count", "supplies receive", "contents",
    ]

    private static let entities = [
        "add": ["--title x --parent {zebra} --kind box", "--title x --home {zebra}", "--barcode {roeInBox}"],
        "change": [
            "{thing} --title x", "{homeless} --home {zebra} --kind folder", "{homeless} --no-home --no-title",
            "{inner} --roles judge --rooms {shelf} --series x", "{inner} --no-roles --no-rooms --no-series",
        ],
        "list": ["", "--limit 1"], "show": ["{thing}"],
        "seal": ["{roeInBox} --order 26-CR-9 --reason x"], "unseal": ["{roeInBox} --order 26-CR-9 --reason x"],
        "restrict": ["{roeInBox} --sealed --order 26-CR-9 --reason x"],
        "unrestrict": ["{roeInBox} --order 26-CR-9 --reason x"],
        "expunge": ["{roeInBox} --order 26-CR-9 --reason x", "{roeInBox} --approve"],
    ]

    /// By the words of a command, its arguments: `{name}` is a barcode, what comes after `<` the lines of its input.
    private static let samples: [String: [String]] = {
        var samples = others
        for noun in ["item", "container"] {
            for (verb, lines) in entities { samples["\(noun) \(verb)"] = lines }
        }
        return samples
    }()

    private static let readings = (1...24).map(String.init) + ["{reading}"]

    private static let runOfTabs = """
        {inner} --station desk --template folder-end-tab --copies 2 --year 1998 --field series=x --printer zebra-1 \
        --reason x --despite wrong-media
        """

    private static let others: [String: [String]] = [
        "access export": ["out.csv --of {roeInBox}"], "access list": ["--of {roeInBox} --limit 1"],
        "access rights": [""],
        "backup": ["out --rotate --keep 1 --days 1"],
        "charge-out": [
            "{thing} --to {ann}", "{inner} {roeInBox} --to {bob} --due {future} --reason x",
            "{survivor} --to {bob} --slip --printer zebra-1",
        ],
        "contents": [
            "{box}", "{zebra}", "{cart} --limit 1", "{box} --at {past}", "{shelf2}",
            "{box} --verify --yes --station desk < {inner}", "{zebra} --verify --yes < {inner}",
            "{box2} --verify < {inner}",
        ],
        "custodian add": ["--name x --kind unit", "--name x --barcode {roeInBox}"],
        "custodian change": ["{ann} --name x --kind person"],
        "custodian expunge": ["{ann} --order 1 --reason x", "{ann} --approve"],
        "custodian list": ["--limit 1"], "custodian show": ["{ann}", "{roeInBox}"],
        "decode": ["label.png", "label.png --thorough --symbology code128"],
        "doctor": [""],
        "document assign": ["none --to {roeInBox}", "none --to {inner} --whole", "none --to {inner} --pages 1"],
        "document get": ["{document} --output out.bin", "1 --output out.bin"],
        "document list": ["", "{thing}", "--limit 1"],
        "document move": ["{document} --to {inner} --reason x"],
        "document quarantine": ["--limit 1"], "document verify": ["", "{document}"],
        "hand-over": [
            "{lent} --from {ann} --to {bob} --reason x", "{roeLent} --to {bob}", "{lent} --to {ann} --release",
            "{roeWithBob} --to {ann} --accept",
        ],
        "history": ["{thing}", "{box} --since {past} --until {future}", "{survivor} --limit 1"],
        "hold list": ["", "--limit 1"],
        "hold place": ["{roeInBox} --order 26-CR-9 --reason x"], "hold release": ["3 --reason x"],
        "label alias": ["{inner} 26-ZZ-1", "{roeInBox} 26-ZZ-2", "{inner} {roeOnShelf}"],
        "label batch cancel": ["1", "2", "3"], "label batch list": ["", "--open --limit 1"],
        "label batch resume": ["1 --in-doubt print --despite wrong-media", "2"],
        "label batch show": ["1", "1 --labels", "2 --labels", "1 --labels --state waiting --limit 1"],
        "label controls": [
            "--to-file out.pdf", "--printer zebra-1 --template controls --copies 1 --despite wrong-media",
            "--to-file out.png --page 1",
        ],
        "label pending": ["--limit 1", ""],
        "label preview": [
            "{thing} --output out.pdf", "{thing} --output out.png", "--output out.png",
            "{homeless} --template folder-end-tab --field year=1998 --dpi 203 --output out.pdf",
            "{lent} --template out-guide-slip --output out.pdf", "{roeLent} --template out-guide-slip --output out.pdf",
            "{inner} {homeless} --template avery-l7160 --start-cell 2 --printer zebra-1 --page 1 --format png --output out",
        ],
        "label print": [
            "{thing} --printer zebra-1 --reason x", "{homeless} --to-file out.pdf",
            "--new 1 --type item --kind folder --title x --home {shelf} --parent {zebra} --printer zebra-1",
            runOfTabs,
            "{inner} {homeless} --template avery-l7160 --start-cell 2 --new-sheet --printer zebra-1 --reason x",
        ],
        "label replace": ["{inner}", "{roeInBox} --barcode 26-ZZ-3", "{inner} --barcode {roeOnShelf}"],
        "label sheet list": ["", "--limit 1"], "label sheet reset": ["avery-l7160 --printer zebra-1"],
        "label template check": ["none.yaml"], "label template list": ["", "--limit 1"],
        "location add": ["--name x --parent {zebra}", "--name x --barcode {roeInBox}"],
        "location change": [
            "{shelf2} --name x --parent {shelf}", "{shelf2} --capacity 2", "{shelf2} --no-capacity --closed",
            "{shelf2} --no-closed --no-parent",
        ],
        "location list": ["", "--limit 1"], "location show": ["{shelf2}", "{zebra}"],
        "log checkpoint": ["", "--print --printer zebra-1 --template checkpoint-100x50 --despite wrong-media"],
        "log consistency": ["earlier.note", "earlier.note --output out.json"],
        "log correct": ["{last} --reason x"], "log export": ["out"], "log key change": ["--reason x"],
        "log key show": [""], "log proof": ["1", "{half}", "{last}", "{document} --output out.json"],
        "log rebuild": [""], "log verify": ["", "--bundle none.json --key none", "--export none"],
        "move": [
            "{thing} --to {shelf2}", "{inner} {homeless} --to {zebra}", "{inner} {roeInBox} --to {box2}",
            "{inner} --to {box2} --reason x --occurred-at {past}", "{loose} --in-transit", "{box} --dispose",
            "{cart} --to {shelf3}",
        ],
        "order list": ["", "--kind seal", "--order 26-CR-9 --limit 1"],
        "overdue": ["", "--all", "--custodian {ann} --all", "--transit", "--all --limit 1"],
        "printer calibrate": [
            "zebra-1 --zero 10,10 --length 80,30 --template ruler-100x50", "zebra-1 --reset --despite wrong-media",
        ],
        "printer list": ["", "--limit 1"], "printer show": ["zebra-1"],
        "printer test": ["zebra-1 --template ruler-100x50 --despite wrong-media"],
        "pull-list add": ["{list} {thing} --for {bob} --due {future} --reason x", "{roeList} {inner}"],
        "pull-list cancel": ["{roeList}", "{list}"], "pull-list list": ["", "--all", "--limit 1"],
        "pull-list new": ["{thing} --for {ann} --due {future} --reason x"],
        "pull-list not-found": ["{list} {wanted}", "{list} {roeWanted}"],
        "pull-list print": [
            "{list} --printer zebra-1 --despite wrong-media", "{list} --to-file out.pdf",
            "{list} --to-file out.png --page 1 --template pull-list-page", "{roeList} --to-file out.pdf",
        ],
        "pull-list pull": ["{list} {roeWanted}", "{list} {wanted}"],
        "pull-list remove": ["{list} {roeWanted}", "{list} {wanted}"], "pull-list show": ["{list}", "{roeList}"],
        "reading list": ["", "--limit 1"],
        "reading show": readings,
        "refile": ["{thing}"], "renew": ["{lent} --due {future}", "{roeLent} --due {future}"],
        "restore": ["none --reason x --abandon"], "return": ["{lent} --to {shelf}", "{roeLent} --to {shelf}"],
        "scan": [
            "--station elsewhere < {shelf} {inner} {box}", "< {shelf3} {roeInBox}", "< {zebra} {inner}",
            "--station desk < {box} {homeless}", "--image label.png --yes --station elsewhere",
            "--file upload.txt --format lines --scanner t1 --utc-offset +00:00 --columns code --dates dmy --old",
            "--file upload.txt", "--file upload.txt --again", "--file upload.txt --continue",
        ],
        "scanner forget": ["none"], "scanner list": ["", "--limit 1"],
        "scanner pair": [
            "--station desk --name x --layout us --variant x --framing suffix --print --printer zebra-1 --memory --linear",
            "--serial --despite wrong-media",
        ],
        "scanner test": ["none --expect {inner} --once"],
        "search": ["roe", "matter", "zebra", "{roeInBox}", "inner --limit 1"],
        "station end": ["desk", "elsewhere"], "station list": ["", "--limit 1"],
        // Its stream has a test of its own, like that of `watch`.
        "station screen": ["--once", "desk --once", "nowhere --once"], "station show": ["desk", "elsewhere"],
        "status": ["", "--check"],
        "supplies count": ["none 1"], "supplies list": ["", "--low --limit 1"], "supplies receive": ["none 1"],
        "watch": [],
        "where": ["{thing}", "{thing} --at {past}", "{roeLent}", "{undone}"],
    ]

    private struct Tree: Decodable { let command: Command }

    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { let kind, name: String }
            let names: [Name]?
        }

        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The words of each command that does something, with the long names of its options.
        var leaves: [(String, Set<String>)] {
            let below = (subcommands ?? []).filter { $0.commandName != "help" }
            if below.isEmpty {
                let names = (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
                return [(commandName, Set(names.map(\.name)))]
            }
            let leaves = below.flatMap(\.leaves)
            return commandName == "outguide" ? leaves : leaves.map { ("\(commandName) \($0)", $1) }
        }
    }
}

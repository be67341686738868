import Foundation
import Testing

/// What a caller may see is part of every query, and the ways around that are few and have a reason.
@Suite struct DisclosureRuleTests {
    /// Each reason with how often it may be given: another use is another decision.
    private static let exceptions = ["constraint": 2, "wholeRun": 4]

    @Test func theWaysAroundTheFilterAreThoseThatWereDecided() throws {
        var found: [String: Int] = [:]
        for path in try SourceTree.files(in: "Sources") {
            for line in try SourceTree.lines(of: path) where !line.contains("func unfiltered") {
                for match in line.matches(of: /unfiltered\(because: \.(\w+)\)/) {
                    found[String(match.1), default: 0] += 1
                }
                let others = line.replacing(/unfiltered\(because: \.\w+\)/, with: "")
                #expect(!others.contains("unfiltered("), "\(path): a way around the filter without a reason")
            }
        }
        #expect(found == Self.exceptions)
    }

    /// Views of everything are made where the log looks after itself, and answers nobody.
    @Test func nobodyElseMakesAView() throws {
        let makers: Set = [
            "LogTransaction", "LogVerification", "LogView", "LogView+Totals", "TransferLog+Reads",
        ]
        for path in try SourceTree.files(in: "Sources") {
            guard try SourceTree.lines(of: path).contains(where: { $0.contains("LogView(db:") }) else { continue }
            #expect(
                makers.contains { path.hasPrefix("Sources/TransferLog/") && path.hasSuffix("/\($0).swift") },
                "\(path) makes a view"
            )
        }
    }

    /// Of each function of a view that reads a table with a row for a thing, its own query conceals; the others are named
    /// here, with why they need not.
    @Test func everyQueryConcealsOrSaysWhyNot() throws {
        var unconcealed: Set<String> = []
        for path in try SourceTree.files(in: "Sources/TransferLog") where path.contains("/LogView") {
            let file = path.split(separator: "/").last?.dropLast(6).replacing("LogView+", with: "") ?? ""
            for function in try Self.functions(of: path) where Self.readsThings(function.body) {
                let conceals = ["visible(", "visibleList(", "visibleBatch(", "shown(", "hides(", "isShownToBoth("]
                    .contains { function.body.contains($0) }
                if !conceals { unconcealed.insert("\(file).\(function.name)") }
            }
        }
        #expect(unconcealed.subtracting(Self.explained.keys) == [], "these conceal nothing; let them, or say why not")
        #expect(Set(Self.explained.keys).subtracting(unconcealed) == [], "these are explained and need not be")
    }

    private static let known = "of a thing that the caller was shown"
    private static let named = "of things that the caller was shown; the rules conceal what they say of others"
    private static let upkeep = "the daemon's own upkeep, which answers nobody"
    private static let judged = "what it finds is left out of something, or concealed by the function that asks"
    private static let explained: [String: String] = [
        "Circulation.conditions": known, "Circulation.holds": known, "Circulation.chargeOut": known,
        "Circulation.chargeOuts": judged, "Circulation.placement": known,
        "Circulation.sighting": known, "Concealment.entriesLeftOut": judged, "Concealment.hiddenCounts": judged,
        "Concealment.holds": judged, "Concealment.ownRestriction": known, "Concealment.parties": judged,
        "Documents.documentFiles": "for administrators, who may know of all", "Documents.documentHashes": known,
        "Documents.documents": known, "Documents.holder": judged, "Documents.entities": upkeep, "History.step": known,
        "Labels.lastPrint": known, "Labels.pendingLabel": judged, "LogView.entityCounts": judged,
        "LogView.stored": judged, "Many.counters": named, "Many.transits": named, "Many.placements": named,
        "Many.entities": judged, "Many.stored": judged, "Many.surroundings": named, "Past.pastPlacement": known,
        "Printing.doubtfulLabel": judged,
        "Placement.locationDepth": "locations are never concealed",
        "Placement.locations": "locations are never concealed", "Placement.lastPlacement": known,
        "Placement.witnessTitle": known, "PullLists.pullLine": known, "PullLists.pullList": judged,
        "PullLists.pullListWanting": known, "Readings.barcodes": judged, "Recognition.hasText": upkeep,
        "Recognition.pagesUnread": upkeep, "Recognition.unreadPages": upkeep, "Search.entity": judged,
        "Search.search": judged, "Whereabouts.hasMoved": known,
    ]

    private static let tables = [
        "barcode", "condition", "document", "entryParty", "history", "hold", "loan", "placement", "printBatch",
        "printLabel", "printedLabel", "pullLine", "pullList", "record", "restriction", "searchText", "sighting",
        "transit",
    ]

    private static func readsThings(_ body: String) -> Bool {
        if body.contains(/Self\.(entity|chargeOut|transit|line|list)(Query|By)/) { return true }
        return tables.contains { table in
            ["FROM \(table) ", "FROM \(table)\n", "JOIN \(table) ", "FROM \(table)\""].contains { body.contains($0) }
        }
    }

    /// The functions of a file, as `swift-format` lays them out: up to the closing brace of the extension's indentation.
    private static func functions(of path: String) throws -> [(name: String, body: String)] {
        let text = try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
        var found: [(name: String, body: String)] = []
        var current: (name: String, body: String)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if current == nil, let match = line.firstMatch(of: /^    (?:public |private |static )*(?:func|var) (\w+)/) {
                current = (String(match.1), "")
            }
            current?.body += line + "\n"
            if line == "    }" || (line.hasPrefix("    ") && !line.hasPrefix("     ") && line.hasSuffix("}")) {
                if let function = current { found.append(function) }
                current = nil
            }
        }
        return found
    }
}

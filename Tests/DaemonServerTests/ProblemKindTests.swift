import Circulation
import Foundation
import Labels
import Printers
import Testing
import Wire

/// Every kind of problem that the daemon may send is in the table, and the table has no other.
@Suite struct ProblemKindTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")
    private static let table = Set(ProblemKind.table.map(\.kind.rawValue))

    @Test func everyKindOfARefusalIsInTheTable() {
        #expect(Set(RefusalKind.allCases.map(\.rawValue)).subtracting(Self.table) == [])
    }

    @Test func everyKindOfAPrinterIsInTheTable() {
        #expect(Set(PrintError.kinds).subtracting(Self.table) == [])
        #expect(PrintError.overridable.subtracting(Self.table) == [])
    }

    @Test func everyKindIsInTheTableOnce() throws {
        #expect(ProblemKind.table.count == Self.table.count)
        #expect(Set(try constants().values).subtracting(Self.table) == [])
        #expect(ProblemKind.table.allSatisfy { $0.kind.status == $0.status && $0.text.hasSuffix(".") })
        #expect(ProblemKind(rawValue: "brand-new").status == 422)
    }

    @Test func everyKindOfTheTableIsUsed() throws {
        let code = try text { !$0.hasSuffix("/ProblemKind.swift") && !$0.hasSuffix("/Refusal.swift") }
        let named = try constants().filter { code.contains(".\($0.key),") || code.contains(".\($0.key) ") }
        let used = Set(named.values).union(PrintError.kinds).union(RefusalKind.allCases.map(\.rawValue))
        #expect(Self.table.subtracting(used) == [])
        let refusals = try words(of: "Circulation/Refusal.swift", #/case (?<name>\w+)(?: = "(?<word>[a-z-]+)")?/#)
        #expect(refusals.count == RefusalKind.allCases.count)
        for name in refusals.keys { #expect(code.contains(".\(name)"), "no refusal has the kind \(name)") }
    }

    /// The constants of `ProblemKind` and their words.
    private func constants() throws -> [String: String] {
        try words(
            of: "Wire/ProblemKind.swift",
            #/static let (?<name>\w+) = ProblemKind\(rawValue: "(?<word>[a-z-]+)"\)/#
        )
    }

    private func words(
        of path: String,
        _ pattern: Regex<(Substring, name: Substring, word: Substring)>
    ) throws -> [String: String] {
        let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
        return Dictionary(uniqueKeysWithValues: text.matches(of: pattern).map { (String($0.name), String($0.word)) })
    }

    private func words(
        of path: String,
        _ pattern: Regex<(Substring, name: Substring, word: Substring?)>
    ) throws -> [String: String] {
        let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
        return Dictionary(
            uniqueKeysWithValues: text.matches(of: pattern).map { (String($0.name), String($0.word ?? $0.name)) }
        )
    }

    /// The text of the source files with a path that fulfils the condition.
    private func text(where isWanted: (String) -> Bool) throws -> String {
        let walk = FileManager.default.enumerator(atPath: Self.sources.path())
        return try (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") && isWanted("/" + $0) }
            .map { try String(contentsOf: Self.sources.appending(path: $0), encoding: .utf8) }
            .joined(separator: "\n")
    }
}

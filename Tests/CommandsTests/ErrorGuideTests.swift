import Foundation
import Testing
import Wire

@testable import CommandBasics

/// The guide to errors has the table of problem kinds, with the exit status of each.
@Suite struct ErrorGuideTests {
    @Test func hasTheTableOfKinds() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "manual/guide/errors.md"), encoding: .utf8)
        let rows = guide.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
        let expected = ProblemKind.table.sorted { $0.kind.rawValue < $1.kind.rawValue }.map {
            "| `\($0.kind)` | \($0.status) | \(ExitCodes(status: $0.status).rawValue) | \($0.text) |"
        }
        #expect(rows == expected, "\(rows.difference(from: expected))")
    }
}

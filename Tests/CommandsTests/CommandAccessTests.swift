import Foundation
import Testing
import Wire

@testable import Commands

/// Every command has its access level in the table, and the guide to access shows the table.
@Suite struct CommandAccessTests {
    @Test func everyCommandIsInTheTable() {
        #expect(Set(CommandAccess.leaves(of: Outguide.self)) == Set(CommandAccess.levels.keys))
    }

    @Test func theGuideShowsTheSame() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "manual/guide/access.md"), encoding: .utf8)
        for level in AccessLevel.allCases {
            let commands = CommandAccess.levels.filter { $0.value == level }.keys.sorted()
            let row = "| \(level.rawValue) | \(commands.map { "`\($0)`" }.joined(separator: ", ")) |"
            #expect(guide.contains(row), "manual/guide/access.md should have the row\n\(row)")
        }
    }
}

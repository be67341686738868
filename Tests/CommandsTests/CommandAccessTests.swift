import Foundation
import Testing
import Wire

@testable import Commands

/// Every command has its access level in the table, and the table stands in the README.
@Suite struct CommandAccessTests {
    @Test func everyCommandIsInTheTable() {
        #expect(Set(CommandAccess.leaves(of: Outguide.self)) == Set(CommandAccess.levels.keys))
    }

    @Test func theReadmeShowsTheSame() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        for level in AccessLevel.allCases {
            let commands = CommandAccess.levels.filter { $0.value == level }.keys.sorted()
            let row = "| \(level.rawValue) | \(commands.map { "`\($0)`" }.joined(separator: ", ")) |"
            #expect(readme.contains(row), "the README should have the row\n\(row)")
        }
    }
}

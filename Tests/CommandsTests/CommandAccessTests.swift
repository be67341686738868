import ArgumentParser
import Foundation
import Testing
import Wire

@testable import CommandBasics
@testable import Commands

/// Every command states its requests; its access level, and the table in the guide to access, follow from them.
@Suite struct CommandAccessTests {
    /// Commands that send no requests, each with the reason; there are none.
    private static let local: [String: String] = [:]

    @Test func everyCommandStatesItsRequests() {
        #expect(CommandTree.commands.count > 90)
        let silent = CommandTree.commands.filter { name, command in
            (command as? any DaemonCommand.Type)?.asks.isEmpty != false && Self.local[name] == nil
        }
        #expect(silent.isEmpty, "these state no requests: \(silent.keys.sorted())")
    }

    /// Whoever has the level of a command may send each of its requests.
    @Test func theLevelIsTheHighestOfTheRequests() {
        let roles: [AccessLevel: Set<String>] = [
            .reader: ["reader", "clerk", "supervisor", "auditor", "administrator"],
            .clerk: ["clerk", "supervisor", "administrator"],
            .supervisor: ["supervisor", "administrator"],
            .auditor: ["auditor", "administrator"],
            .administrator: ["administrator"],
        ]
        for (name, command) in CommandTree.commands {
            guard let command = command as? any DaemonCommand.Type, let level = command.level else { continue }
            #expect(command.asks.contains { $0.access == level }, "\(name)")
            for request in command.asks {
                #expect(roles[request.access]?.isSuperset(of: roles[level] ?? []) == true, "\(name): \(request.name)")
            }
            for (option, requests) in command.asksWith {
                let level = command.levelWith[option] ?? level
                for request in command.asks + requests {
                    let isPermitted = roles[request.access]?.isSuperset(of: roles[level] ?? [])
                    #expect(isPermitted == true, "\(name) \(option): \(request.name)")
                }
            }
        }
    }

    @Test func optionsWithRequestsOfTheirOwnExist() {
        for (name, command) in CommandTree.commands {
            for option in (command as? any DaemonCommand.Type)?.asksWith.keys.sorted() ?? [] {
                #expect(command.helpMessage().contains("  \(option)"), "\(name) has no option \(option)")
            }
        }
    }

    @Test func theGuideShowsTheLevels() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "manual/guide/access.md"), encoding: .utf8)
        var levels: [String: AccessLevel] = [:]
        for (name, command) in CommandTree.commands {
            guard let command = command as? any DaemonCommand.Type else { continue }
            levels[name] = command.level
            for (option, level) in command.levelWith { levels["\(name) \(option)"] = level }
        }
        for level in AccessLevel.allCases {
            let commands = levels.filter { $0.value == level }.keys.sorted()
            let row = "| \(level.rawValue) | \(commands.map { "`\($0)`" }.joined(separator: ", ")) |"
            #expect(guide.contains(row), "manual/guide/access.md should have the row\n\(row)")
        }
    }
}

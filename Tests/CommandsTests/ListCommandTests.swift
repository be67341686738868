import ArgumentParser
import CommandBasics
import Testing
import Wire

/// Every command that shows a list lets its user limit it.
@Suite struct ListCommandTests {
    /// Commands that read a list and do not show it row by row as far as their user wishes, with the reason.
    private static let others: [String: String] = [
        "access export": "writes the whole record to a file",
        "backup": "copies every document",
        "container show": "shows the first documents, and how to list all",
        "document verify": "checks the documents that were named, or all",
        "item show": "shows the first documents, and how to list all",
        "label print": "reads only the last label of the run",
        "label template check": "checks the templates that were named, or all",
        "restore": "brings back every document",
        "station screen": "shows all stations at once",
    ]

    @Test func everyListOnTheCommandLineTakesALimit() throws {
        var shown = 0
        for (name, command) in CommandTree.commands {
            let asks = (command as? any DaemonCommand.Type)?.asks ?? []
            let isList = asks.contains { $0.parameters.contains { $0.name == Parameter.limit.name } }
            let help = command.helpMessage().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard isList, Self.others[name] == nil else {
                #expect(!help.contains("--limit <limit>"), "\(name) has a limit and no list")
                #expect(isList || Self.others[name] == nil, "\(name) reads no list")
                continue
            }
            shown += 1
            #expect(help.contains("--limit <limit>"), "\(name)")
            #expect(help.contains(/[Aa]t most this many (rows|entries), [^;]+; 0 for all\./), "\(name)")
        }
        #expect(shown >= 24)
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct VerifyDocumentsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.list.outline, API.Documents.verify.outline] }

    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare stored documents with the log.",
        discussion: """
            Reads every file in full. Exits with 1 when a file is missing or differs from what was scanned. “outguide \
            log verify” verifies the log itself.

            Examples:
              outguide document verify
              outguide document verify 4711
            """
    )

    @Argument(help: ArgumentHelp("Numbers of documents; by default all.", valueName: "number"))
    var numbers: [EntryArgument] = []

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<DocumentCheckResource>(output)
        var unsound = 0
        func check(_ entries: [Int64]) async throws {
            for entry in entries {
                let result = try await daemon.ask(API.Documents.verify, at: String(entry))
                if !result.isSound { unsound += 1 }
                try await list.add([result])
            }
        }
        if numbers.isEmpty {
            try await PageReader().follow(API.Documents.list, of: daemon) { rows in
                try await check(rows.map(\.entry))
            }
        } else {
            try await check(numbers.map(\.number))
        }
        try await list.finish(emptiness: "no documents are filed")
        guard unsound == 0 else {
            throw CommandFailure(.refused, "\(unsound) of \(await list.count) documents are not what was scanned")
        }
    }
}

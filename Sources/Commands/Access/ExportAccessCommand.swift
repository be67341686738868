import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ExportAccessCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Access.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export the access record as CSV.",
        discussion: """
            The file is meant for a spreadsheet: text that a spreadsheet would take for a formula gets an apostrophe. \
            Programs should use “outguide access list --json --limit 0” instead.

            Example:
              outguide access export access-2026.csv
            """
    )

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Only rows about this item.", valueName: "barcode"))
    var of: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let draft = try await FileDraft(path: file, mode: 0o600)
        do {
            let count = try await write(daemon, to: draft)
            try await draft.finish()
            try await output.show(WrittenFile(path: file, bytes: count))
        } catch {
            await draft.discard()
            throw error
        }
    }

    private func write(_ daemon: DaemonClient, to draft: FileDraft) async throws -> Int {
        var count = 0
        func append(_ rows: [[String]]) async throws {
            let bytes = Array(rows.map(CSVText.line).joined().utf8)
            count += bytes.count
            try await draft.append(bytes)
        }
        try await append([AccessResource.csvColumns])
        try await PageReader().follow(API.Access.list, query: [API.Access.of.set(of?.text)], of: daemon) { rows in
            try await append(rows.map(\.csvValues))
        }
        return count
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct VerifyDocumentsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.list.outline, API.Documents.verify.outline] }
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Message("Compare stored documents with the log."),
        discussion: Message(
            """
            Reads every file in full. Exits with 1 when a file is missing or differs from what was scanned. “outguide \
            log verify” verifies the log itself.

            Examples:
              outguide document verify
              outguide document verify 4711
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("Numbers of documents; by default all."),
            valueName: Message("number", context: "value")
        )
    )
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
        try await list.finish(emptiness: Message("no documents are filed"))
        guard unsound == 0 else {
            let count = await list.count
            throw CommandFailure(
                .refused,
                Message("\(unsound, "unsound") of \(count, "count") documents are not what was scanned")
            )
        }
    }
}

extension DocumentCheckResource: TableRow {
    package static var columns: [Message] {
        [
            Message("number", context: "heading"), Message("sha256", context: "heading"),
            Message("state", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            entry, sha256,
            (problem.map(Message.init(verbatim:)) ?? Message("sound", context: "state of a document")).styled(
                isSound ? .good : .bad
            ),
        ]
    }

    package var identifier: String { String(entry) }
}

struct MoveDocumentCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.move.outline] }
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: Message("Move a document to another item or container."),
        discussion: Message(
            """
            The document keeps its number and its text. The histories of both items show the move; “outguide log \
            correct” with the number of that entry reverses it. With --quiet, prints the number of the document.

            Example:
              outguide document move 4711 --to FD0000000018 --reason "scanned behind the wrong cover sheet"
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The number that “document list” shows."),
            valueName: Message("number", context: "value")
        )
    )
    var number: EntryArgument

    @Option(
        help: ArgumentHelp(
            Message("A barcode of the item or container that it belongs to."),
            valueName: Message("barcode", context: "value")
        )
    )
    var to: BarcodeArgument

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = DocumentMoveRequest(to: to.text, reason: reason)
        let document = try await daemon.ask(API.Documents.move, at: String(number.number), request)
        try await output.show(MovedDocument(document: document))
    }
}

/// A document that was just moved.
private struct MovedDocument: Presentable {
    let document: DocumentResource

    var lines: [StyledText] {
        let number = MessageArgument.number(document.entry)
        return [StyledText(Message("document \(number, "document") belongs to \(document.barcode, "item")"))]
    }

    var identifiers: [String] { [String(document.entry)] }
}

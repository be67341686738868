import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct MoveDocumentCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.move.outline] }

    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a document to another item or container.",
        discussion: """
            The document keeps its number and its text. The histories of both items show the move; “outguide log \
            correct” with the number of that entry reverses it. With --quiet, prints the number of the document.

            Example:
              outguide document move 4711 --to FD0000000018 --reason "scanned behind the wrong cover sheet"
            """
    )

    @Argument(help: ArgumentHelp("The number that “document list” shows.", valueName: "number"))
    var number: EntryArgument

    @Option(help: ArgumentHelp("A barcode of the item or container that it belongs to.", valueName: "barcode"))
    var to: BarcodeArgument

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
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
        let entry = document.movedBy.map { " by entry \($0)" } ?? ""
        return [StyledText("document \(document.entry) belongs to \(document.barcode)\(entry)")]
    }

    var identifiers: [String] { [String(document.entry)] }
}

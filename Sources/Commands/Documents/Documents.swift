import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for scanned documents.
struct DocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: Message("List, fetch, move and verify scanned documents."),
        discussion: Message(
            """
            A copier scans into a folder that the daemon watches. A page with the barcode of a folder or box opens a \
            document of it. The log records the number of pages, the SHA-256 of the file, who scanned it and with \
            which device.
            """
        ),
        subcommands: [
            ListDocumentsCommand.self, GetDocumentCommand.self, VerifyDocumentsCommand.self,
            MoveDocumentCommand.self, ListQuarantineCommand.self, AssignFileCommand.self,
        ]
    )
}

struct ListDocumentsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<DocumentResource>> { API.Documents.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List documents, oldest first."),
        discussion: Message(
            """
            Example:
              outguide document list FD0000000018
            """
        ),
        aliases: ["ls"]
    )

    @Argument(
        help: ArgumentHelp(
            Message("The barcode of an item; by default all."),
            valueName: Message("barcode", context: "value")
        )
    )
    var barcode: BarcodeArgument?

    @Option(help: ArgumentHelp(Message("At most this many rows, oldest first; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Documents.of.set(barcode?.text)] }
    var emptiness: Message { Message("no documents are filed") }
}

struct GetDocumentCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.show.outline, API.Documents.content.outline] }
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: Message("Write a document to a file."),
        discussion: Message(
            """
            Writes the file byte for byte as it was scanned, and reports which of its pages belong to the item.

            Example:
              outguide document get 4711 --output smith.pdf
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
        name: .shortAndLong,
        help: ArgumentHelp(Message("The file; - for standard output."), valueName: Message("file", context: "value")),
        completion: .file()
    )
    var output: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a file, or -") }
    }

    func run(_ daemon: DaemonClient, _ shown: Output) async throws {
        if output == "-", await ByteSink.standardOutput.isTerminal {
            throw CommandFailure(
                .usage,
                Message("cannot show a document on a terminal: name a file with --output")
            )
        }
        let document = try await daemon.ask(API.Documents.show, at: String(number.number))
        var bytes: [UInt8] = []
        while true {
            let part = try await daemon.part(
                of: API.Documents.content,
                at: String(document.entry),
                from: Int64(bytes.count),
                length: document.bytes
            )
            if part.isEmpty { break }
            bytes += part
        }
        if output == "-" { return try await shown.write(bytes) }
        try await FileSink.write(bytes, to: output)
        try await shown.show(WrittenDocument(path: output, document: document))
    }
}

/// A document's file that was written to a local file.
struct WrittenDocument: Presentable, Encodable {
    let path: String
    let document: DocumentResource

    var lines: [StyledText] {
        let size = Message("{count} byte", plural: "{count} bytes", count: Int(document.bytes))
        return [
            StyledText(
                Message(
                    "wrote \(path, "file") (\(document.mediaType, "type"), \(size, "size")), pages of "
                        + "\(document.barcode, "item"): \(document.pageRange, "pages")"
                )
            )
        ]
    }

    var identifiers: [String] { [path] }
}

extension DocumentResource: TableRow {
    package static var columns: [Message] {
        [
            Message("number", context: "heading"), Message("barcode", context: "heading"),
            Message("pages", context: "heading"), Message("type", context: "heading"),
            Message("filed", context: "heading"), Message("scanned by", context: "heading"),
            Message("device", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [entry, barcode, pageRange, mediaType, Moment.of(filedAt), PrincipalName.of(principal), device]
    }

    package var identifier: String { String(entry) }

    /// `12`, or `12 (from page 3 on)` if earlier pages of the file belong elsewhere.
    var pageRange: Message {
        firstPage == 1
            ? Message("\(pages, "count")", context: "number of pages")
            : Message("\(pages, "count") (from page \(firstPage, "page") on)", context: "number of pages")
    }

    /// `1 page`, or `12 pages (from page 3 on)`.
    var pagesPhrase: Message {
        firstPage == 1
            ? Message("{count} page", plural: "{count} pages", count: pages)
            : Message(
                "{count} page (from page \(firstPage, "page") on)",
                plural: "{count} pages (from page \(firstPage, "page") on)",
                count: pages
            )
    }
}

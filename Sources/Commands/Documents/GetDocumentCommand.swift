import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct GetDocumentCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.show.outline, API.Documents.content.outline] }

    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Write a document to a file.",
        discussion: """
            Writes the file byte for byte as it was scanned, and reports which of its pages belong to the item.

            Example:
              outguide document get 4711 --output smith.pdf
            """
    )

    @Argument(help: ArgumentHelp("The number that “document list” shows.", valueName: "number"))
    var number: EntryArgument

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; - for standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a file, or -") }
    }

    func run(_ daemon: DaemonClient, _ shown: Output) async throws {
        if output == "-", await ByteSink.standardOutput.isTerminal {
            throw CommandFailure(.usage, "cannot show a document on a terminal: name a file with --output")
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

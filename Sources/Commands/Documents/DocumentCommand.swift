import ArgumentParser

/// The subcommands for scanned documents.
struct DocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "List, fetch, move and verify scanned documents.",
        discussion: """
            A copier scans into a folder that the daemon watches. A page with the barcode of a folder or box opens a \
            document of it. The log records the number of pages, the SHA-256 of the file, who scanned it and with \
            which device.
            """,
        subcommands: [
            ListDocumentsCommand.self, GetDocumentCommand.self, VerifyDocumentsCommand.self,
            MoveDocumentCommand.self, ListQuarantineCommand.self, AssignFileCommand.self,
        ]
    )
}

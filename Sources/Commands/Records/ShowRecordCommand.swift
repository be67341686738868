import ArgumentParser
import DaemonClient
import Wire

/// Shows one thing of one sort.
struct ShowRecordCommand<Noun: RecordNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show what is registered about one \(Noun.noun.rawValue).",
            discussion: """
                Example:
                  outguide \(Noun.noun.rawValue) show \(Noun.example)

                For items and containers its scanned documents are listed too. Where it is now tells “outguide where”.
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let record = try await daemon.record(Noun.noun, barcode: barcode.text)
        guard Noun.noun == .item || Noun.noun == .container else { return try await output.show(record) }
        var documents: [DocumentResource] = []
        try await PageReader(limit: nil).follow { limit, cursor in
            let page = try await daemon.documents(of: barcode.text, limit: limit, cursor: cursor)
            return (page.documents, page.next)
        } take: { rows in
            documents += rows
        }
        try await output.show(RecordWithDocuments(record: record, documents: documents))
    }
}

import Wire

/// A record with its first scanned documents, which are an additional member in JSON.
struct RecordWithDocuments: Presentable, Encodable {
    let record: RecordResource
    let documents: Page<DocumentResource>

    var lines: [StyledText] {
        guard !documents.items.isEmpty else { return record.lines }
        var lines = record.lines + [StyledText("  documents")]
        lines += documents.items.map { document in
            StyledText("    \(document.entry)  ", .strong)
                + StyledText("\(document.pagesPhrase), \(document.mediaType), ")
                + StyledText("filed \(Moment.of(document.filedAt))", .faint)
        }
        if !documents.complete {
            let shown = "\(documents.items.count) of \(documents.total.map(String.init) ?? "more")"
            lines.append(StyledText("    \(shown) shown; outguide document list \(record.barcode) shows all", .warning))
        }
        return lines
    }

    var identifiers: [String] { record.identifiers }

    private enum CodingKeys: String, CodingKey {
        case documents
    }

    func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(
            ListDocument(items: documents.items, complete: documents.complete, total: documents.total),
            forKey: .documents
        )
    }
}

import Terminal
import Wire

/// An entity with its first scanned documents, which are an additional member in JSON.
struct EntityWithDocuments: Presentable, Encodable {
    let entity: EntityResource
    let documents: Page<DocumentResource>

    var lines: [StyledText] {
        guard !documents.items.isEmpty else { return entity.lines }
        var lines = entity.lines + [StyledText("  documents")]
        lines += documents.items.map { document in
            StyledText("    \(document.entry)  ", .strong)
                + StyledText("\(document.pagesPhrase), \(document.mediaType), ")
                + StyledText("filed \(Moment.of(document.filedAt))", .faint)
        }
        if !documents.complete {
            let shown = "\(documents.items.count) of \(documents.total.map(String.init) ?? "more")"
            lines.append(StyledText("    \(shown) shown; outguide document list \(entity.barcode) shows all", .warning))
        }
        return lines
    }

    var identifiers: [String] { entity.identifiers }

    private enum CodingKeys: String, CodingKey {
        case documents
    }

    func encode(to encoder: any Encoder) throws {
        try entity.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(
            ListDocument(items: documents.items, complete: documents.complete, total: documents.total),
            forKey: .documents
        )
    }
}

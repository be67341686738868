import Wire

/// A thing and its scanned documents: what is known about the thing, with one more member.
struct RecordWithDocuments: Presentable, Encodable {
    let record: RecordResource
    let documents: [DocumentResource]

    var lines: [StyledText] {
        guard !documents.isEmpty else { return record.lines }
        return record.lines + [StyledText("  documents")]
            + documents.map { document in
                StyledText("    \(document.entry)  ", .strong)
                    + StyledText("\(document.pageRange) pages, \(document.mediaType), ")
                    + StyledText("filed \(Moment.of(document.filedAt))", .faint)
            }
    }

    var identifiers: [String] { record.identifiers }

    private enum CodingKeys: String, CodingKey {
        case documents
    }

    func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(documents, forKey: .documents)
    }
}

/// The word that a rebuild is done; there is nothing else to say of it.
struct RebuiltTables: Presentable, Encodable {
    private enum CodingKeys: String, CodingKey {
        case isRebuilt
    }

    var lines: [StyledText] { [StyledText("rebuilt", .good) + " the tables from the entries"] }
    var identifiers: [String] { [] }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(true, forKey: .isRebuilt)
    }
}

/// The result of a completed rebuild, which has no details.
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

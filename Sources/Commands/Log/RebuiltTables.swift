/// The result of a completed rebuild, which has no details.
struct RebuiltTables: Presentable, Encodable {
    let isRebuilt = true

    var lines: [StyledText] { [StyledText("rebuilt", .good) + " the tables from the entries"] }
    var identifiers: [String] { [] }
}

/// A log that lies in a directory.
struct ExportedLog: Presentable, Encodable {
    let directory: String
    let entries: Int64
    /// Files that were not there before.
    let newTiles: Int

    var lines: [StyledText] {
        [StyledText("exported \(entries) entries into \(directory) (\(newTiles) new files)")]
    }

    var identifiers: [String] { [directory] }
}

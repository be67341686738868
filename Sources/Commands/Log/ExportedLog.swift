/// A log that was exported to a directory.
struct ExportedLog: Presentable, Encodable {
    /// The file in an export with the checkpoints that two keys signed.
    static let changesPath = "checkpoint.changes"

    let directory: String
    let entries: Int64
    /// The number of files that were missing or not correct before.
    let newTiles: Int

    var lines: [StyledText] {
        [StyledText("exported \(entries) entries into \(directory) (\(newTiles) new files)")]
    }

    var identifiers: [String] { [directory] }
}

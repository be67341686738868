/// A log that lies in a directory.
struct ExportedLog: Presentable, Encodable {
    /// Where an export has the checkpoints that two keys signed.
    static let changesPath = "checkpoint.changes"

    let directory: String
    let entries: Int64
    /// Files that were not there before, or not as they should be.
    let newTiles: Int

    var lines: [StyledText] {
        [StyledText("exported \(entries) entries into \(directory) (\(newTiles) new files)")]
    }

    var identifiers: [String] { [directory] }
}

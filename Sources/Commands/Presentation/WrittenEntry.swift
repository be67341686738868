import Wire

/// An entry that a command has just written.
struct WrittenEntry: Presentable {
    let entry: EntryResource
    /// What it says, for people.
    let sentence: String

    var document: EntryResource { entry }
    var lines: [StyledText] { [StyledText(sentence)] }
    var identifiers: [String] { [String(entry.entry)] }
}

import Terminal
import Wire

/// An entry that a command just wrote.
struct WrittenEntry: Presentable {
    let entry: EntryResource
    /// A sentence about the entry, for people.
    let sentence: String

    var document: EntryResource { entry }
    var lines: [StyledText] { [StyledText(sentence)] }
    var identifiers: [String] { [String(entry.entry)] }
}

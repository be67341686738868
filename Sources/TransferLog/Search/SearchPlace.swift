import Vocabulary

/// The location of a searchable text: a title in its entry, or a page of the file that an entry attached.
struct SearchPlace: Sendable, Hashable {
    /// Maximum number of pages indexed per file.
    static let mostPages = 4_095

    let entry: EntryNumber
    /// 0 for a title.
    let page: Int

    init(entry: EntryNumber, page: Int = 0) {
        self.entry = entry
        self.page = page
    }

    init(number: Int64) {
        entry = EntryNumber(rawValue: number >> 12)
        page = Int(number & 4_095)
    }

    /// The row number in the search table.
    var number: Int64 { entry.rawValue << 12 | Int64(page) }
}

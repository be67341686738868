import Vocabulary

/// The files in a drop folder that have waited too long.
struct FolderBacklog {
    /// The overdue files; nil when there are none.
    let tally: FolderSurvey.Tally?

    /// `settle` is the setting of the folder, in seconds.
    init(_ held: HeldFiles.Folder, settle: Int, at now: Timestamp) {
        let late = held.files.filter { file in
            let age = (now.microseconds - file.since.microseconds) / 1_000_000
            switch file.reason {
            // The file delays only itself, and the cause does not go away without intervention.
            case .unreadable, .cannot: return age >= max(60, 30 * settle)
            // Possible causes are a large file, a slow scanner, or many files that arrived together.
            case .settling, .beingRead, .beingWritten: return age >= max(900, 30 * settle)
            // The file is delayed only by another one.
            case .behind: return false
            }
        }
        guard let oldest = late.map(\.since).min() else {
            tally = nil
            return
        }
        var found = FolderSurvey.Tally()
        for file in late { found.add("\(ShownName.of(file.name.utf8)): \(file.reason)") }
        let behind = held.files.contains { if case .behind = $0.reason { true } else { false } }
        // The total counts, because all other files wait behind it.
        if behind { found.count = held.total }
        found.isComplete = behind || held.total == held.files.count
        found.oldest = oldest
        tally = found
    }

    /// Why changes to the folder go unnoticed; nil when they do not.
    static func notWatched(_ held: HeldFiles.Folder, at now: Timestamp) -> String? {
        if let trouble = held.trouble { return trouble }
        let age = (now.microseconds - held.lookedAt.microseconds) / 1_000_000
        return age > 300 ? "the last look at it was \(age) seconds ago" : nil
    }
}

import Records

/// What waits in a drop folder for longer than it should.
struct FolderBacklog {
    /// Files that wait for too long; nil when none does.
    let tally: FolderSurvey.Tally?

    /// `settle` is the setting of the folder, in seconds.
    init(_ held: HeldFiles.Folder, settle: Int, at now: Timestamp) {
        let late = held.files.filter { file in
            let age = (now.microseconds - file.since.microseconds) / 1_000_000
            switch file.reason {
            // It is in nobody's way but its own, and the reason will not go away without somebody.
            case .unreadable, .cannot: return age >= max(60, 30 * settle)
            // A large file, a slow scanner, or many files that came together.
            case .settling, .beingRead, .beingWritten: return age >= max(900, 30 * settle)
            // It is not late by itself.
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
        // All others come after it.
        if behind { found.count = held.total }
        found.isComplete = behind || held.total == held.files.count
        found.oldest = oldest
        tally = found
    }

    /// Why changes of the folder are not noticed; nil when they are.
    static func notWatched(_ held: HeldFiles.Folder, at now: Timestamp) -> String? {
        if let trouble = held.trouble { return trouble }
        let age = (now.microseconds - held.lookedAt.microseconds) / 1_000_000
        return age > 300 ? "the last look at it was \(age) seconds ago" : nil
    }
}

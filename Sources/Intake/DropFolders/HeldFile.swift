import Localization
import Synchronization
import Vocabulary

/// A file in a drop folder that is not filed yet.
struct HeldFile: Sendable, Hashable {
    /// Why the file is not filed.
    enum Reason: Sendable, Hashable, MessageConvertible {
        /// It has not been stable for long enough, or files that belong before it may still arrive.
        case settling
        /// A program has it open for writing, or has yet to give it its final name.
        case beingWritten
        /// Its pages are being read.
        case beingRead
        /// It is unreadable, and more of it may still arrive; the text describes the error.
        case unreadable(Message)
        /// It cannot be filed now; the text gives the reason.
        case cannot(Message)
        /// It comes after the file of this name.
        case behind(String)

        var message: Message {
            switch self {
            case .settling: Message("it changes, or others may still come that belong before it")
            case .beingWritten: Message("its writer has not finished it")
            case .beingRead: Message("its pages are being read")
            case .unreadable(let reason), .cannot(let reason): reason
            case .behind(let name): Message("it comes after “\(name, "file")”")
            }
        }
    }

    let name: String
    /// When the daemon first saw it.
    let since: Timestamp
    let reason: Reason
}

/// The waiting files of each drop folder, for status reports.
final class HeldFiles: Sendable {
    /// The waiting files of one folder.
    struct Folder: Sendable, Hashable {
        /// The first of them, in filing order.
        var files: [HeldFile] = []
        /// The total number of files.
        var total = 0
        /// Why the folder cannot be used; nil when it can.
        var trouble: Message?
        /// When the daemon last scanned the folder, or tried to.
        var lookedAt: Timestamp
    }

    /// Maximum number of files listed per folder.
    static let most = 100

    private let folders = Mutex<[String: Folder]>([:])

    /// The waiting files in the folder at `path`; nil before its first scan.
    subscript(path: String) -> Folder? {
        get { folders.withLock { $0[path] } }
        set { folders.withLock { $0[path] = newValue } }
    }
}

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
        for file in late { found.add(Message("\(ShownName.of(file.name.utf8), "file"): \(file.reason, "reason")")) }
        let behind = held.files.contains { if case .behind = $0.reason { true } else { false } }
        // The total counts, because all other files wait behind it.
        if behind { found.count = held.total }
        found.isComplete = behind || held.total == held.files.count
        found.oldest = oldest
        tally = found
    }

    /// Why changes to the folder go unnoticed; nil when they do not.
    static func notWatched(_ held: HeldFiles.Folder, at now: Timestamp) -> Message? {
        if let trouble = held.trouble { return trouble }
        let age = (now.microseconds - held.lookedAt.microseconds) / 1_000_000
        guard age > 300 else { return nil }
        return Message(
            "the last look at it was {count} second ago",
            plural: "the last look at it was {count} seconds ago",
            count: Int(age)
        )
    }
}

/// Schedules journal messages about a waiting file: after a minute, and again each time the wait has doubled.
struct WaitReminders {
    static let first = Duration.seconds(60)

    private var said: [String: Duration] = [:]

    /// Whether to report now that the file with this name has waited for `age`.
    mutating func isDue(_ name: String, after age: Duration) -> Bool {
        guard age >= Self.first else { return false }
        if let last = said[name], age >= last, age < last * 2 { return false }
        said[name] = age
        return true
    }

    /// Forgets files that are not in `names`.
    mutating func keep(_ names: Set<String>) {
        guard !said.isEmpty else { return }
        said = said.filter { names.contains($0.key) }
    }
}

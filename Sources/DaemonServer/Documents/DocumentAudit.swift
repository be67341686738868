import Records
import Synchronization

/// Which stored documents are missing or damaged, as far as was looked.
final class DocumentAudit: Sendable {
    struct Result: Sendable, Hashable {
        /// Files that are not there.
        var missing = 0
        /// Files that are there and are not what was stored, or cannot be read.
        var changed = 0
        /// Why the last pass that looked for missing documents failed, and the one that looked for damaged ones.
        var obstacle: String?
        var readObstacle: String?

        /// Whether the caller is shown that there are such files, and not how many: some belong to things of which they
        /// may not know.
        private(set) var isRounded = false

        /// The same as somebody may see it, with 1 for any number of files unless they see everything.
        func shown(to sight: Sight) -> Result {
            guard sight < .everything else { return self }
            var shown = self
            shown.missing = min(missing, 1)
            shown.changed = min(changed, 1)
            shown.isRounded = true
            return shown
        }

        /// What is wrong; nil when nothing is.
        var trouble: String? {
            var parts: [String] = []
            if missing > 0 { parts.append("\(Self.words(missing, isRounded)) missing") }
            if changed > 0 { parts.append("\(Self.words(changed, isRounded)) damaged") }
            if let obstacle = obstacle ?? readObstacle { parts.append("cannot look for stored documents: \(obstacle)") }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }

        private static func words(_ count: Int, _ isRounded: Bool) -> String {
            if isRounded { return "stored documents are" }
            return count == 1 ? "1 document is" : "\(count) documents are"
        }
    }

    private let state = Mutex(Result())

    var result: Result { state.withLock { $0 } }

    /// What is wrong as somebody may see it, and the same with what to do about it; nil when nothing is.
    func trouble(shownTo sight: Sight) -> (what: String, message: String)? {
        result.shown(to: sight).trouble.map { ($0, "\($0); \(Self.remedy)") }
    }

    static let remedy =
        "“outguide document verify” names them; bring them back with “outguide restore” or from a backup"

    func update(_ change: (inout Result) -> Void) { state.withLock { change(&$0) } }
}

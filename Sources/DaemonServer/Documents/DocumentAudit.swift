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

        /// What is wrong; nil when nothing is.
        var trouble: String? {
            var parts: [String] = []
            if missing > 0 { parts.append(missing == 1 ? "1 document is missing" : "\(missing) documents are missing") }
            if changed > 0 { parts.append(changed == 1 ? "1 document is damaged" : "\(changed) documents are damaged") }
            if let obstacle = obstacle ?? readObstacle { parts.append("cannot look for stored documents: \(obstacle)") }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
    }

    private let state = Mutex(Result())

    var result: Result { state.withLock { $0 } }

    /// What is wrong, and the same with what to do about it; nil when nothing is.
    var trouble: (what: String, message: String)? {
        result.trouble.map { ($0, "\($0); \(Self.remedy)") }
    }

    static let remedy =
        "“outguide document verify” names them; bring them back with “outguide restore” or from a backup"

    func update(_ change: (inout Result) -> Void) { state.withLock { change(&$0) } }
}

import Synchronization
import Vocabulary

/// The results so far of checking the stored documents for missing and damaged files.
final class DocumentAudit: Sendable {
    struct Result: Sendable, Hashable {
        /// Files that are missing.
        var missing = 0
        /// Files that differ from what was stored, or cannot be read.
        var changed = 0
        /// Why the last pass for missing documents, and the last pass for damaged ones, failed.
        var obstacle: String?
        var readObstacle: String?

        /// Whether the counts are reduced to 0 or 1, because some of the files belong to entities that are concealed
        /// from the caller.
        private(set) var isRounded = false

        /// The result for a caller; any nonzero count becomes 1 unless the caller sees everything.
        func shown(to clearance: Clearance) -> Result {
            guard clearance < .everything else { return self }
            var shown = self
            shown.missing = min(missing, 1)
            shown.changed = min(changed, 1)
            shown.isRounded = true
            return shown
        }

        /// A description of the problems; nil when there are none.
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

    /// The problems visible to the caller, alone and with the remedy; nil when there are none.
    func trouble(shownTo clearance: Clearance) -> (what: String, message: String)? {
        result.shown(to: clearance).trouble.map { ($0, "\($0); \(Self.remedy)") }
    }

    static let remedy =
        "“outguide document verify” names them; bring them back with “outguide restore” or from a backup"

    func update(_ change: (inout Result) -> Void) { state.withLock { change(&$0) } }
}

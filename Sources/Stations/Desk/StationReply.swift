import Circulation
import TransferLog
import Vocabulary

/// The reply to a reading.
struct StationReply {
    /// The text of a reply, which depends on the reader's clearance.
    struct Words {
        let verdict: Verdict
        let kind: String
        let message: String

        init(_ verdict: Verdict, _ kind: String, _ message: String) {
            (self.verdict, self.kind, self.message) = (verdict, kind, message)
        }

        init(_ refusal: Refusal) { self.init(.refused, refusal.kind.rawValue, refusal.description) }
    }

    private let words: Words
    /// A remark that follows the message for every audience.
    private var remark = ""
    let entity: Entity?
    let entry: EntryNumber?
    /// What to print once the transaction is committed.
    var paper: StationPaper?
    /// Returns the text for an audience with less clearance than the clerk; nil if it is the same text.
    private let adapted: ((LogView) throws -> Words)?

    var verdict: Verdict { words.verdict }
    var kind: String { words.kind }
    var message: String { words.message + remark }

    /// Returns the text that the station's screen shows to an audience with the clearance of `view`.
    func words(in view: LogView) throws -> Words {
        let words = try adapted?(view) ?? words
        return Words(words.verdict, words.kind, words.message + remark)
    }

    /// Returns the reply with a remark added.
    func adding(_ remark: String) -> StationReply {
        var reply = self
        reply.remark = remark
        return reply
    }

    init(
        _ verdict: Verdict,
        _ kind: String,
        _ message: String,
        _ entity: Entity? = nil,
        entry: EntryNumber? = nil,
        paper: StationPaper? = nil
    ) {
        words = Words(verdict, kind, message)
        self.entity = entity
        self.entry = entry
        self.paper = paper
        adapted = nil
    }

    /// Creates a reply whose text `words` derives from the clearance of each audience.
    init(
        in view: LogView,
        _ entity: Entity? = nil,
        entry: EntryNumber? = nil,
        words: @escaping (LogView) throws -> Words
    ) throws {
        self.words = try words(view)
        self.entity = entity
        self.entry = entry
        adapted = words
    }

    init(_ refusal: Refusal, _ entity: Entity? = nil) {
        self.init(.refused, refusal.kind.rawValue, refusal.description, entity)
    }

    /// Creates a refusal that `judge` repeats with the clearance of each audience.
    ///
    /// If `judge` finds none, the text only names whom to ask.
    init(_ refusal: Refusal, _ entity: Entity, judge: @escaping (LogView) throws -> Void) {
        words = Words(refusal)
        self.entity = entity
        entry = nil
        adapted = { view in
            do {
                try judge(view)
            } catch let refusal as Refusal {
                return Words(refusal)
            }
            return Words(Refusal(.needsSupervisor, "cannot move \(entity.barcode): ask a supervisor"))
        }
    }

    /// Creates the reply to a reading that repeats the one before it.
    init(readTwice reading: Reading) {
        let code = ReadingInterpretation.shown(reading.bytes)
        self.init(.attention, "double-read", "read twice: \(code); if you mean it, scan it again")
    }
}

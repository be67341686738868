import Circulation
import Localization
import TransferLog
import Vocabulary

/// The reply to a reading.
struct StationReply {
    /// The text of a reply, which depends on the reader's clearance.
    struct Words {
        let verdict: Verdict
        let kind: String
        let message: Message

        init(_ verdict: Verdict, _ kind: String, _ message: Message) {
            (self.verdict, self.kind, self.message) = (verdict, kind, message)
        }

        init(_ refusal: Refusal) { self.init(.refused, refusal.kind.rawValue, refusal.message) }
    }

    private let words: Words
    /// A clause that follows the message for every audience.
    private var remark: Message?
    let entity: Entity?
    let entry: EntryNumber?
    /// What to print once the transaction is committed.
    var paper: StationPaper?
    /// Returns the text for an audience with less clearance than the clerk; nil if it is the same text.
    private let adapted: ((LogView) throws -> Words)?

    var verdict: Verdict { words.verdict }
    var kind: String { words.kind }
    var message: Message { remarked(words.message) }

    /// Returns the text that the station's screen shows to an audience with the clearance of `view`.
    func words(in view: LogView) throws -> Words {
        let words = try adapted?(view) ?? words
        return Words(words.verdict, words.kind, remarked(words.message))
    }

    /// Returns the reply with a remark added.
    func adding(_ remark: Message) -> StationReply {
        var reply = self
        reply.remark = remark
        return reply
    }

    private func remarked(_ message: Message) -> Message {
        remark.map { Message("\(message, "what"); \($0, "remark")") } ?? message
    }

    init(
        _ verdict: Verdict,
        _ kind: String,
        _ message: Message,
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
        self.init(.refused, refusal.kind.rawValue, refusal.message, entity)
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
            return Words(
                Refusal(.needsSupervisor, Message("cannot move \(entity.barcode, "item"): ask a supervisor"))
            )
        }
    }

    /// Creates the reply to a reading that repeats the one before it.
    init(readTwice reading: Reading) {
        let code = ReadingInterpretation.shown(reading.bytes)
        let message = Message("read twice: \(code, "code"); if you mean it, scan it again")
        self.init(.attention, "double-read", message)
    }
}

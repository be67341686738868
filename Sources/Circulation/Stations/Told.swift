import Records
import TransferLog

/// What is told to the clerk about a reading.
struct Told {
    /// What is told of it, which depends on what may be seen.
    struct Words {
        let verdict: Verdict
        let kind: String
        let message: String

        init(_ verdict: Verdict, _ kind: String, _ message: String) {
            (self.verdict, self.kind, self.message) = (verdict, kind, message)
        }

        init(_ refusal: Refusal) { self.init(.refused, refusal.kind.rawValue, refusal.message) }
    }

    private let words: Words
    /// Follows the message, whoever reads it.
    private var remark = ""
    let record: Record?
    let entry: EntryNumber?
    /// What is to be printed once it is committed.
    var paper: StationPaper?
    /// What is told of it to those who see less than the clerk; nil when it is the same.
    private let retold: ((LogView) throws -> Words)?

    var verdict: Verdict { words.verdict }
    var kind: String { words.kind }
    var message: String { words.message + remark }

    /// What the screen of the station says of it, to everybody whose sight is that of `view`.
    func words(in view: LogView) throws -> Words {
        let words = try retold?(view) ?? words
        return Words(words.verdict, words.kind, words.message + remark)
    }

    /// The same with a remark behind it.
    func adding(_ remark: String) -> Told {
        var told = self
        told.remark = remark
        return told
    }

    init(
        _ verdict: Verdict,
        _ kind: String,
        _ message: String,
        _ record: Record? = nil,
        entry: EntryNumber? = nil,
        paper: StationPaper? = nil
    ) {
        words = Words(verdict, kind, message)
        self.record = record
        self.entry = entry
        self.paper = paper
        retold = nil
    }

    /// Something that is told by `words` as far as the clerk may see, and to others as far as they may.
    init(
        in view: LogView,
        _ record: Record? = nil,
        entry: EntryNumber? = nil,
        words: @escaping (LogView) throws -> Words
    ) throws {
        self.words = try words(view)
        self.record = record
        self.entry = entry
        retold = words
    }

    init(_ refusal: Refusal, _ record: Record? = nil) {
        self.init(.refused, refusal.kind.rawValue, refusal.message, record)
    }

    /// A refusal that `judge` finds, which judges by what may be seen; where it finds none, it says no more than whom to ask.
    init(_ refusal: Refusal, _ record: Record, judge: @escaping (LogView) throws -> Void) {
        words = Words(refusal)
        self.record = record
        entry = nil
        retold = { view in
            do {
                try judge(view)
            } catch let refusal as Refusal {
                return Words(refusal)
            }
            return Words(Refusal(.needsSupervisor, "cannot move \(record.barcode): ask a supervisor"))
        }
    }

    /// What is told of a reading that repeats the one before it.
    init(readTwice reading: Reading) {
        let code = ReadingInterpretation.shown(reading.bytes)
        self.init(.attention, "double-read", "read twice: \(code); if you mean it, scan it again")
    }
}

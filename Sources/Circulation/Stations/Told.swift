import Records

/// What is told to the clerk about a reading.
struct Told {
    let verdict: Verdict
    let kind: String
    let message: String
    let record: Record?
    let entry: EntryNumber?
    /// What is to be printed once it is committed.
    var paper: StationPaper?

    init(
        _ verdict: Verdict,
        _ kind: String,
        _ message: String,
        _ record: Record? = nil,
        entry: EntryNumber? = nil,
        paper: StationPaper? = nil
    ) {
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.record = record
        self.entry = entry
        self.paper = paper
    }

    init(_ refusal: Refusal, _ record: Record? = nil) {
        self.init(.refused, refusal.kind.rawValue, refusal.message, record)
    }

    /// What is told of a reading that repeats the one before it.
    init(readTwice reading: Reading) {
        let code = ReadingInterpretation.shown(reading.bytes)
        self.init(.attention, "double-read", "read twice: \(code); if you mean it, scan it again")
    }
}

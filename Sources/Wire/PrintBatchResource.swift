/// A run of labels, and how far it is.
public struct PrintBatchResource: Sendable, Hashable, Codable {
    /// Its number.
    public let batch: Int64
    /// `running`, `open` (it goes on when somebody resumes it), `done` or `cancelled`.
    public let state: String
    public let template: String
    public let printer: String
    /// Of each label.
    public let copies: Int
    /// Whether its numbers were minted for it.
    public let isMinted: Bool
    /// Who began it.
    public let principal: String
    /// RFC 3339, UTC.
    public let startedAt: String
    /// How many there are, without copies.
    public let labels: Int
    /// Labels that the printer said it finished.
    public let printed: Int
    /// Labels that no printer has.
    public let waiting: Int
    /// Labels that are with the printer.
    public let sent: Int
    /// Labels of which nobody knows whether they came out.
    public let doubtful: Int
    /// Labels that nobody wants any more.
    public let cancelled: Int
    /// What keeps it from going on; null when nothing does.
    public let trouble: PrintTroubleResource?
    /// What it waits for that passes by itself, or with the work at the printer; null for nothing.
    public let waitingFor: PrintTroubleResource?
    /// Kinds of trouble that the printer reported and a clerk had it printed in spite of.
    public let despite: [String]
    /// The same with who said so, in the order in which it was said.
    public let overrides: [PrintOverrideResource]
    /// Why it was not known at some time which media were loaded in the printer; null when it was.
    public let mediaDoubt: String?

    public init(
        batch: Int64,
        state: String,
        template: String,
        printer: String,
        copies: Int,
        isMinted: Bool,
        principal: String,
        startedAt: String,
        labels: Int,
        printed: Int,
        waiting: Int,
        sent: Int,
        doubtful: Int,
        cancelled: Int,
        trouble: PrintTroubleResource?,
        waitingFor: PrintTroubleResource? = nil,
        despite: [String] = [],
        overrides: [PrintOverrideResource] = [],
        mediaDoubt: String? = nil
    ) {
        self.batch = batch
        self.state = state
        self.template = template
        self.printer = printer
        self.copies = copies
        self.isMinted = isMinted
        self.principal = principal
        self.startedAt = startedAt
        self.labels = labels
        self.printed = printed
        self.waiting = waiting
        self.sent = sent
        self.doubtful = doubtful
        self.cancelled = cancelled
        self.trouble = trouble
        self.waitingFor = waitingFor
        self.despite = despite
        self.overrides = overrides
        self.mediaDoubt = mediaDoubt
    }

    private enum CodingKeys: String, CodingKey {
        case batch
        case state
        case template
        case printer
        case copies
        case isMinted
        case principal
        case startedAt
        case labels
        case printed
        case waiting
        case sent
        case doubtful
        case cancelled
        case trouble
        case waitingFor
        case despite
        case overrides
        case mediaDoubt
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(batch, forKey: .batch)
        try container.encode(state, forKey: .state)
        try container.encode(template, forKey: .template)
        try container.encode(printer, forKey: .printer)
        try container.encode(copies, forKey: .copies)
        try container.encode(isMinted, forKey: .isMinted)
        try container.encode(principal, forKey: .principal)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encode(labels, forKey: .labels)
        try container.encode(printed, forKey: .printed)
        try container.encode(waiting, forKey: .waiting)
        try container.encode(sent, forKey: .sent)
        try container.encode(doubtful, forKey: .doubtful)
        try container.encode(cancelled, forKey: .cancelled)
        try container.encode(trouble, forKey: .trouble)
        try container.encode(waitingFor, forKey: .waitingFor)
        try container.encode(despite, forKey: .despite)
        try container.encode(overrides, forKey: .overrides)
        try container.encode(mediaDoubt, forKey: .mediaDoubt)
    }
}

/// Labels that were asked for together, and how far they are.
public struct PrintBatch: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Some labels are still to be printed, or to be decided about.
        case open
        case done
        case cancelled
    }

    /// What kept it from going on.
    public struct Trouble: Sendable, Hashable {
        /// A stable word.
        public let kind: String
        public let detail: String

        public init(kind: String, detail: String) {
            self.kind = kind
            self.detail = detail
        }
    }

    public let number: PrintBatchNumber
    public let principal: Principal
    public let template: String
    /// The printer's name, as the configuration or CUPS has it.
    public let printer: String
    /// Of each label.
    public let copies: Int
    /// Whether its numbers were minted for it.
    public let isMinted: Bool
    /// Why labels that there were already are printed again; forgotten with the end.
    public let reason: String?
    /// What somebody had it printed in spite of, in the order in which it was said; each kind once.
    public let overrides: [PrintOverride]
    /// Why it was not known at some time which media were loaded, by a stable word such as `no-answer`; nil when it was.
    public let mediaDoubt: String?
    public let startedAt: Timestamp
    public let state: State
    public let trouble: Trouble?
    public let tally: PrintTally

    /// The kinds of trouble in spite of which it is printed.
    public var despite: Set<String> { Set(overrides.map(\.kind)) }

    public init(
        number: PrintBatchNumber,
        principal: Principal,
        template: String,
        printer: String,
        copies: Int,
        isMinted: Bool,
        reason: String?,
        overrides: [PrintOverride] = [],
        mediaDoubt: String? = nil,
        startedAt: Timestamp,
        state: State,
        trouble: Trouble?,
        tally: PrintTally
    ) {
        self.number = number
        self.principal = principal
        self.template = template
        self.printer = printer
        self.copies = copies
        self.isMinted = isMinted
        self.reason = reason
        self.overrides = overrides
        self.mediaDoubt = mediaDoubt
        self.startedAt = startedAt
        self.state = state
        self.trouble = trouble
        self.tally = tally
    }
}

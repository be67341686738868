/// A print run: labels that were requested together, and their progress.
public struct PrintBatch: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Some labels are not printed yet or need a decision.
        case open
        case done
        case cancelled
    }

    /// The reason why the run stopped.
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
    /// The printer's name in the configuration or in CUPS.
    public let printer: String
    /// The number of copies of each label.
    public let copies: Int
    /// Whether the barcodes were minted for the run.
    public let isMinted: Bool
    /// The reason for printing existing labels again; deleted when the run ends.
    public let reason: String?
    /// The kinds of trouble that were overridden, in order; each kind once.
    public let overrides: [PrintOverride]
    /// Why the loaded media were unknown at some time, as a stable word such as `no-answer`; nil if they were always
    /// known.
    public let mediaDoubt: String?
    public let startedAt: Timestamp
    public let state: State
    public let trouble: Trouble?
    public let tally: PrintTally

    /// The kinds of trouble that do not stop the run.
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

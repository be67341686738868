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

/// A kind of printer trouble that a user overrode.
public struct PrintOverride: Sendable, Hashable {
    /// The kind, such as `out-of-labels`.
    public let kind: String
    /// The principal who overrode it.
    public let principal: Principal

    public init(kind: String, by principal: Principal) {
        self.kind = kind
        self.principal = principal
    }
}

/// The number of labels of a run in each state.
public struct PrintTally: Sendable, Hashable {
    private var counts: [PrintedLabelState: Int] = [:]

    public init() {}

    public subscript(_ state: PrintedLabelState) -> Int {
        get { counts[state] ?? 0 }
        set { counts[state] = newValue }
    }

    public var total: Int { counts.values.reduce(0, +) }
    /// Whether no label is waiting, sent or doubtful.
    public var isSettled: Bool { self[.waiting] + self[.sent] + self[.doubtful] == 0 }
}

/// The state of one label of a run.
public enum PrintedLabelState: String, Sendable, Hashable, CaseIterable {
    /// The label was not sent to a printer yet.
    case waiting
    /// The label is in a job that was sent to the printer, and the outcome is not known yet.
    case sent
    /// The printer reported the label as finished, or a clerk confirmed it.
    case printed
    /// The label may or may not have been printed.
    ///
    /// A clerk decides.
    case doubtful
    /// The label is cancelled.
    case cancelled
}

/// One label of a print run.
public struct BatchLabel: Sendable, Hashable {
    /// The position in the run, from 1.
    public let position: Int
    public let entity: EntityID
    public let state: PrintedLabelState
    /// The number of the CUPS job that contains the label; 0 on a printer that is addressed without CUPS.
    public let job: Int?
    /// The name of the job, which the printer knows too; nil for jobs sent by earlier versions.
    public let jobName: String?

    public init(position: Int, entity: EntityID, state: PrintedLabelState, job: Int?, jobName: String? = nil) {
        self.position = position
        self.entity = entity
        self.state = state
        self.job = job
        self.jobName = jobName
    }
}

/// The labels of a run that may or may not have been printed.
public struct PrintDoubt: Sendable, Hashable {
    public let batch: PrintBatchNumber
    /// The number of labels.
    public let labels: Int
    /// Why the loaded media were unknown, too, as a stable word; nil if they were known.
    public let mediaDoubt: String?

    public init(batch: PrintBatchNumber, labels: Int, mediaDoubt: String?) {
        self.batch = batch
        self.labels = labels
        self.mediaDoubt = mediaDoubt
    }
}

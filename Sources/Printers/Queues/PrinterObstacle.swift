import Synchronization

/// What prevents a printer from printing, according to IPP (RFC 8011, section 5.4.12; PWG 5100.9).
public enum PrinterObstacle: Sendable, Hashable, Comparable {
    case mediaEmpty
    /// The printer requires media other than the loaded ones.
    case mediaNeeded
    case coverOpen
    case jam
    /// Ribbon, ink or toner is empty.
    case markerEmpty
    case offline
    /// Another error, by its keyword.
    case other(String)

    /// Creates the obstacle for a `printer-state-reasons` keyword; nil if it is not an obstacle.
    ///
    /// RFC 8011, section 5.4.12: a report does not affect printing, a warning does not prevent a job from completing,
    /// and a keyword without a suffix is an error.
    ///
    /// If the printer stands still with a job, or `isStopped`, the severity is ignored, because many printers report no
    /// more.
    init?(reason: String, isStopped: Bool = false) {
        let suffix = ["-report", "-warning", "-error"].first(where: reason.hasSuffix)
        guard isStopped || suffix == nil || suffix == "-error" else { return nil }
        let isError = suffix == "-error"
        let word = String(reason.dropLast(suffix?.count ?? 0))
        switch word {
        case "media-empty", "input-tray-missing": self = .mediaEmpty
        case "media-needed", "input-media-size-change", "input-media-type-change": self = .mediaNeeded
        case "cover-open", "door-open", "interlock-open", "input-cover-open", "output-cover-open": self = .coverOpen
        case "media-jam": self = .jam
        case "marker-supply-empty", "toner-empty", "developer-empty", "marker-ribbon-empty": self = .markerEmpty
        case "offline", "shutdown", "timed-out", "stopped-partly": self = .offline
        // These are covered by the queue's own state or are not errors.
        case "none", "paused", "moving-to-paused", "hold-new-jobs", "connecting-to-device", "spool-area-full",
            "identify-printer-requested":
            return nil
        // Printers omit the suffix from many harmless keywords, so an unknown one counts only with the suffix for an
        // error.
        case _ where isError: self = .other(word)
        default: return nil
        }
    }

    /// Whether it concerns the media in a tray, of which there may be several.
    var isOfMedia: Bool { self == .mediaEmpty || self == .mediaNeeded }
}

/// Kinds of trouble that a clerk overrides, and which of them the printer reported.
///
/// Only the reported ones are recorded, because overriding other kinds has no effect.
public final class OverriddenTroubles: Sendable, ExpressibleByArrayLiteral {
    private struct State {
        var kinds: Set<String>
        var met: Set<String> = []
    }

    private let state: Mutex<State>

    /// Overrides the kinds named by ``PrintError/kind``.
    public init(_ kinds: some Sequence<String>) { state = Mutex(State(kinds: Set(kinds))) }

    public convenience init(arrayLiteral kinds: String...) { self.init(kinds) }

    /// Kinds that were reported, sorted.
    public var met: [String] { state.withLock { $0.met.sorted() } }

    /// Adds further kinds to override.
    public func add(_ kinds: some Sequence<String>) { state.withLock { $0.kinds.formUnion(kinds) } }

    /// Whether reported trouble of this kind is overridden; records that it was.
    func overrides(_ kind: String) -> Bool {
        state.withLock { state in
            guard state.kinds.contains(kind) else { return false }
            state.met.insert(kind)
            return true
        }
    }

    /// Whether the configured media, which differs from the label, is overridden.
    public func overridesWrongMedia() -> Bool { overrides("wrong-media") }
}

/// Queries the status of one printer on a queue of its own, so that a printer that wakes up slowly does not delay
/// others.
actor PrinterInquiry {
    private let executor = PrintExecutor()
    private let session: PrintSession

    init(_ session: PrintSession) { self.session = session }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Returns `printer` with its own status.
    ///
    /// If it does not answer, it is queried a second time with longer limits.
    func asked(_ printer: LabelPrinter) -> LabelPrinter {
        let asked = session.asked(printer, resolves: true)
        return asked.mediaDoubt == .noAnswer ? session.asked(printer, patience: .waking, resolves: true) : asked
    }

    /// Returns `printer` with its own status within `limit`, even if a call blocks, as a name service may for minutes.
    nonisolated func asked(_ printer: LabelPrinter, within limit: Duration) async -> LabelPrinter {
        let (answers, answer) = AsyncStream.makeStream(of: LabelPrinter.self, bufferingPolicy: .bufferingOldest(1))
        Task { answer.yield(await asked(printer)) }
        let timer = Task {
            try? await Task.sleep(for: limit)
            var printer = printer
            printer.mediaDoubt = .noAnswer
            answer.yield(printer)
        }
        defer { timer.cancel() }
        for await answer in answers { return answer }
        return printer
    }
}

/// IPP `printer-state` (RFC 8011, section 5.4.11).
public enum PrinterState: Sendable, Hashable {
    case idle
    case processing
    case stopped
    /// A value that the standard does not define.
    case other(Int)

    init(ipp value: Int) {
        switch value {
        case 3: self = .idle
        case 4: self = .processing
        case 5: self = .stopped
        default: self = .other(value)
        }
    }
}
